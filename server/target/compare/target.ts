import { TargetClient } from '../client/target-client.ts'
import type { ComparedTarget } from './compare.ts'

/** Returns a client of a target that remembers why it repeats calls. */
export function comparedTarget(
  target: { readonly baseUrl: string; readonly token: string },
  onWait: (milliseconds: number, reason: string) => void = () => {},
): ComparedTarget {
  let reasons: string[] = []
  const client = new TargetClient({
    ...target,
    onWait(milliseconds, reason) {
      reasons.push(reason)
      onWait(milliseconds, reason)
    },
  })
  return {
    client,
    takeReasons() {
      const taken = reasons
      reasons = []
      return taken
    },
  }
}
