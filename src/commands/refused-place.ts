import { positionOf } from "../core/edit/index.ts";
import { readPath } from "../core/json/index.ts";
import { Failure, problemOf } from "../core/problem/index.ts";
import type { Context } from "../ports.ts";
import { look } from "./look.ts";

/** A refusal to edit the config, with the file and the line of the place; anything else as it is. */
export async function withPlace(context: Context, error: unknown): Promise<unknown> {
  if (!(error instanceof Failure) || error.problem.code !== "edit-refused") return error;
  const { params, at } = error.problem;
  if (params.path === undefined || params.file !== undefined || at !== undefined) return error;
  try {
    const { document } = await look(context);
    const { file } = document;
    const position = positionOf(document, readPath(params.path));
    return new Failure(problemOf("edit-refused", { ...params, file }, { at: { file, ...position } }));
  } catch (unread) {
    // The config can no longer be read: the refusal stands as it is.
    if (unread instanceof Failure) return error;
    throw unread;
  }
}
