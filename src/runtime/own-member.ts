/** Members as they would be read if nobody had added anything to `Object.prototype`. */

/** Whether all objects have members that somebody gave them. Costs some nanoseconds. */
export function isPolluted(): boolean {
  for (const _ in Object.prototype) return true;
  return false;
}

/** The member that the object or its class has. */
export function memberIn<T extends object, Name extends keyof T>(
  object: T | undefined,
  name: Name,
): T[Name] | undefined {
  const value = object?.[name];
  if (value === undefined || !isPolluted()) return value;
  return value !== (Object.prototype as T)[name] || Object.hasOwn(object as T, name)
    ? value
    : undefined;
}

/** The member that the object itself has: of tables whose keys come from outside. */
export function own<T extends object, Name extends keyof T>(
  object: T,
  name: Name,
): T[Name] | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The object itself, or where all objects have more than they should a copy of what it has of its own. */
export function ownMembers<T extends object | undefined>(object: T): T {
  for (const _ in Object.prototype) return { __proto__: null, ...object } as T;
  return object;
}

/**
 * The data itself, and all that is inside it, without a prototype: what it lacks is absent, whatever was added to
 * `Object.prototype`. For what generated modules say, which is theirs and this runtime's alone.
 */
export function detach<T>(data: T): T {
  if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) === null)
    return data;
  const inside = Array.isArray(data) ? data : Object.values(data);
  if (!Array.isArray(data)) Object.setPrototypeOf(data, null);
  for (const each of inside) if (typeof each === "object") detach(each);
  return data;
}

/**
 * Sets a member as the object's own: an assignment takes `__proto__` for the prototype, and fails where
 * `Object.prototype` has a member of the name that cannot be written.
 */
export function setOwn(target: object, name: string, value: unknown): void {
  // Without a prototype: a `get` that every object has would make another kind of property of it.
  const member = { __proto__: null, value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(target, name, member as PropertyDescriptor);
}
