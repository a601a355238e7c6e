import type { Hono } from "hono";

/** What is served at paths of its own, such as the reader: a part of the one server. */
export type Routes = Hono;
