/** What the image host remembers. All of it is in memory, and gone when the process ends. */
import { Pace } from "./pace.js";

/** What a key may be used for. */
export type Scope = "files:read" | "files:write" | "keys:write" | "legal";

/** A person or a team with images. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly passwordHash?: Buffer;
  /** The secret that the person's authenticator app shares with us. */
  readonly authenticator?: Buffer;
  plan: "free" | "pro";
  isVerified: boolean;
  readonly isBanned?: boolean;
  /** Whether programs may make keys for themselves, or a person has to. */
  readonly isClosedToPrograms?: boolean;
  uploads: number;
}

/** What a request signs in with: the key of a program, or the session of a person. */
export interface Key {
  readonly token: string;
  readonly name: string;
  readonly account: Account;
  readonly scopes: readonly Scope[];
  readonly isSession?: boolean;
  readonly isRevoked?: boolean;
  /** In milliseconds since 1970. */
  readonly expires?: number;
  /** The thumbprint of the key pair that the token belongs to (RFC 9449). */
  readonly boundTo?: string;
}

/** An image that has to be kept, because of an investigation. */
export interface Hold {
  readonly preserveUntil: Date;
  readonly incident?: string;
}

/** A file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** An image. */
export interface Image {
  readonly id: string;
  /** Undefined where nobody had signed in. */
  readonly owner: Account | undefined;
  readonly type: string;
  /** Undefined where the storage has lost them. */
  readonly bytes: Bytes | undefined;
  readonly isInOldStorage?: boolean;
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly isPrivate: boolean;
  readonly version: number;
  readonly hold?: Hold | undefined;
}

/** All that there is. */
export interface State {
  readonly accounts: Account[];
  readonly keys: Map<string, Key>;
  readonly images: Map<string, Image>;
  /** How often each may do what costs us most. */
  readonly paces: {
    readonly anonymousUploads: Pace;
    readonly newKeys: Pace;
    readonly signIns: Pace;
    readonly proofs: Pace;
  };
}

/** A state without anything in it. */
export function emptyState(): State {
  return {
    accounts: [],
    keys: new Map(),
    images: new Map(),
    paces: {
      anonymousUploads: new Pace({ limit: 3, seconds: 3600 }),
      newKeys: new Pace({ limit: 5, seconds: 3600 }),
      signIns: new Pace({ limit: 10, seconds: 60 }),
      proofs: new Pace({ limit: 1, seconds: 120 }),
    },
  };
}
