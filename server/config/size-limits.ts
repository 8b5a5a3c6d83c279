import { totalmem } from 'node:os'
import { type SizeLimits, storedPerByte } from '#db/size-budget.ts'
import type { Configuration } from './configuration.ts'

/** The default size limit of all worlds together, in bytes. */
const defaultLimit = 2 ** 32

/** Returns the size limits in bytes: of each world, of all worlds, and of one call. */
export const sizeLimitsOf = ({ worldLimit, worldsLimit, dataDir, bodyLimit }: SizeOptions): SizeLimits => ({
  world: worldLimit,
  worlds: worldsLimit ?? (dataDir === undefined ? Math.min(defaultLimit, eighthOfMemory()) : defaultLimit),
  step: bodyLimit * storedPerByte,
})

type SizeOptions = Pick<Configuration, 'worldLimit' | 'worldsLimit' | 'dataDir' | 'bodyLimit'>

/** Returns an eighth of the memory of the machine or container, in whole MiB. */
function eighthOfMemory(): number {
  const constrained = process.constrainedMemory()
  const memory = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
  return Math.floor(memory / 8 / 2 ** 20) * 2 ** 20
}
