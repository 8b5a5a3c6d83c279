import { type Child, stop } from './child.ts'
import type { Call } from './connection.ts'
import { factsOf } from './facts.ts'
import type { Peer, PreparedSuite, Suite } from './peer.ts'
import { folderOf } from './peer-files.ts'
import { launch } from './program.ts'
import { reasonUnavailable } from './running-peer.ts'

/** A running peer, with as much of our suite as it can do. */
interface PeerSuite {
  readonly name: string
  /** Returns the process, in the state before the suite. */
  readonly open: () => Promise<Child>
  readonly close: () => Promise<void>
  readonly calls: readonly Call[]
  readonly warmUps: number
}

/** Starts the peers that can do some of our suite, and says why one cannot run on this machine. */
export async function peerSuites(
  peers: readonly Peer[],
  suite: Omit<Suite, 'campaigns'>,
): Promise<{ readonly running: readonly PeerSuite[]; readonly skipped: Readonly<Record<string, string>> }> {
  const running: PeerSuite[] = []
  const skipped: Record<string, string> = {}
  for (const peer of peers) {
    const { name, prepareSuite, warmUps = 1 } = peer
    if (prepareSuite === undefined) continue
    const why = reasonUnavailable(peer)
    if (why !== undefined) {
      skipped[name] = why
      continue
    }
    const { campaigns } = await factsOf('small')
    const prepare = (): PreparedSuite => prepareSuite({ ...suite, campaigns }, folderOf(peer))
    const { calls, isKept = false } = prepare()
    let child: Child | undefined
    const close = async (): Promise<void> => child && stop(child)
    const open = async (): Promise<Child> => {
      if (child !== undefined && !isKept) return child
      await close()
      // A page: a campaign of the suite is not there yet.
      child = await launch(prepare().program, calls.findLast(({ method }) => method === 'GET') as Call)
      return child
    }
    running.push({ name, open, close, calls, warmUps })
  }
  return { running, skipped }
}
