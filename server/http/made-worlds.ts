import { ApiError } from '#server/domain/errors/api-errors.ts'
import { defaultWorld } from '#server/domain/world-name.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'
import { nearest } from './nearest.ts'

/** Throws for the name of a world that may not be used. */
export type WorldCheck = (name: string) => void

const howToMake = 'POST /__mock/worlds makes one, and so do create and fork of the library'

/**
 * Returns the check of the worlds that requests name: in strict mode it throws for a world that nobody has made. The
 * default world, made ones and those of a data directory pass. Undefined in open mode, where a request makes its world.
 */
export function worldCheck(worlds: WorldRegistry): WorldCheck | undefined {
  if (!worlds.isStrict) return undefined
  return (name) => {
    if (name === defaultWorld || worlds.has(name)) return
    const suggestion = nearest(name, [defaultWorld, ...worlds.names()])
    throw new ApiError('request.unknown-world', {
      detail: `'${name}'. Did you mean ${suggestion}? With --worlds strict, ${howToMake}.`,
      explanation: `Nobody has made the world '${name}', or it was deleted, and with --worlds strict no request makes one.`,
    })
  }
}
