/** The service in Nest. Its decorators are called as the functions that they are. */
import "reflect-metadata";
import { createServer } from "node:http";
import {
  Body,
  Controller,
  Module,
  Post,
  Req,
  RequestMapping,
  RequestMethod,
  Res,
  ValidationPipe,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { Type } from "class-transformer";
import { IsInt, MinLength, ValidateNested } from "class-validator";
import express, { type Request, type Response } from "express";
import { nestErrors } from "../../../src/adapters/nest.js";
import { routesOf, type Service, settings } from "../service.js";
import { answerExpress } from "./express.js";
import { connectionsCheckingInterval, listen } from "./listen.js";

class Tag {
  label!: string;
}
decorate(Tag.prototype, "label", MinLength(1));

class Person {
  name!: string;
  age!: number;
  tags!: Tag[];
}
decorate(Person.prototype, "name", MinLength(3));
decorate(Person.prototype, "age", IsInt({ message: "$value is no age" }));
decorate(
  Person.prototype,
  "tags",
  ValidateNested({ each: true }),
  Type(() => Tag),
);

function decorate(target: object, name: string, ...decorators: readonly PropertyDecorator[]): void {
  for (const each of decorators) each(target, name);
}

export async function startNest(): Promise<Service> {
  const errors = nestErrors(settings);
  class Routes {
    [name: string]: (...args: never[]) => unknown;
  }
  const add = (name: string, decorator: MethodDecorator, run: (...args: never[]) => unknown) => {
    Routes.prototype[name] = run;
    const descriptor = Object.getOwnPropertyDescriptor(Routes.prototype, name);
    decorator(Routes.prototype, name, descriptor as never);
  };
  for (const [index, { method, path, run }] of routesOf(errors).entries()) {
    const name = `route${index}`;
    Req()(Routes.prototype, name, 0);
    Res()(Routes.prototype, name, 1);
    add(
      name,
      RequestMapping({ path, method: RequestMethod[method] }),
      (request: Request, response: Response) => answerExpress(run, request, response),
    );
  }
  const pipe = new ValidationPipe({ ...errors.pipeOptions, expectedType: Person });
  Body(pipe)(Routes.prototype, "person", 0);
  add("person", Post("/class-validator"), (person: Person) => person);
  Controller()(Routes);
  class App {}
  Module({ controllers: [Routes] })(App);
  const app = await NestFactory.create(App, new ExpressAdapter(), {
    logger: false,
    bodyParser: false,
  });
  app.use(errors.onlyJson, express.json({ limit: 1000 }));
  app.useGlobalFilters(errors.filter);
  await app.init();
  const listener = app.getHttpAdapter().getInstance();
  return listen(createServer({ connectionsCheckingInterval }, listener), errors.clientError);
}
