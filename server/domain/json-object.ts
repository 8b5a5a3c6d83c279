/** A JSON object whose fields are unknown. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Returns whether a value is a JSON object. */
export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
