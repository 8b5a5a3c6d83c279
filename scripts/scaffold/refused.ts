/** Why the program writes nothing: a sentence for the person who ran it. */
export class ScaffoldError extends Error {}

/** Why operations have a shape of which only schemas, routes and the description of the resource can be written. */
export class UncoveredError extends ScaffoldError {}
