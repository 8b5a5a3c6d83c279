import { resources } from './resources.ts'

/** The states of each kind of entity that comes to them by the clock, by kind. */
export const statesByKind: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  resources.flatMap(({ name, states }) => (states === undefined ? [] : [[name, states]])),
)
