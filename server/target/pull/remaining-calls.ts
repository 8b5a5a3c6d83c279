import type { PulledNames } from './names.ts'
import { pulledSections } from './plan.ts'
import type { Cursor } from './progress-log.ts'

/** Returns how many calls a pull takes at least from a place on: how many pages a list has is seen when it is read. */
export function remainingCalls(next: Cursor, names: PulledNames): number {
  const at = pulledSections.findIndex(({ name }) => name === next.section)
  if (at === -1) return 0
  return pulledSections.slice(at).reduce((total, { pull }, later) => {
    const lists = later === 0 ? pull.lists.slice(next.list) : pull.lists
    return lists.reduce((sum, { within }, index) => {
      const all = within === undefined ? 1 : names.countOf(within.section, within.mark) / (within.most ?? 1)
      return sum + Math.ceil(all) - (later === 0 && index === 0 ? next.within : 0)
    }, total)
  }, 0)
}
