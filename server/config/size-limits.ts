import { totalmem } from 'node:os'
import { type SizeLimits, storedPerByte } from '#db/size-budget.ts'
import type { Configuration } from './options.ts'

/** What all worlds may take together unless an option says otherwise. */
const usual = 2 ** 32

/** What worlds may take: each, all of them, and what one call writes. */
export const sizeLimitsOf = ({ worldLimit, worldsLimit, dataDir, bodyLimit }: Room): SizeLimits => ({
  world: worldLimit,
  worlds: worldsLimit ?? (dataDir === undefined ? Math.min(usual, eighthOfMemory()) : usual),
  step: bodyLimit * storedPerByte,
})

type Room = Pick<Configuration, 'worldLimit' | 'worldsLimit' | 'dataDir' | 'bodyLimit'>

/** In whole MiB: of the machine's memory, or of the container's. */
function eighthOfMemory(): number {
  const constrained = process.constrainedMemory()
  const memory = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
  return Math.floor(memory / 8 / 2 ** 20) * 2 ** 20
}
