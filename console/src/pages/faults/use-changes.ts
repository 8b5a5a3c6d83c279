import { useEffect } from 'preact/hooks'
import { controlToken } from '../../api/control-token.ts'
import { follow } from '../../state/live.ts'
import { world } from '../../state/route.ts'

/** Milliseconds between two times that the counts are loaded again, however many calls there are. */
const atMostEach = 500

/** Calls `reload` when calls come in, or faults and stubs change, here or elsewhere. */
export function useChanges(reload: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onEvents = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        reload()
      }, atMostEach)
    }
    const types = ['call', 'faults', 'stubs', 'world']
    const end = follow({ world: world.value, types, onEvents, onState: () => {} })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [world.value, controlToken.value, reload])
}
