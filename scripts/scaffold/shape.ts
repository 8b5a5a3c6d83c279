import type { Schema } from '#openapi/description.ts'

/** The properties of an object, by their names, and which of them must be there. */
export interface Shape {
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
}

/** The body of an operation: one item, or a batch of them as a bare array. */
export interface Body extends Shape {
  readonly batch?: { readonly min: number | undefined; readonly max: number | undefined }
}
