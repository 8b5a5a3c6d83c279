import { type Child, stop } from './child.ts'
import type { Call } from './connection.ts'
import type { Facts, Question } from './facts.ts'
import type { Peer, PreparedPeer } from './peer.ts'
import { folderOf } from './peer-files.ts'
import { readsAnyProcess } from './processor-time.ts'
import { launch } from './program.ts'

/** Returns why a peer cannot run on this machine, if so. */
export const reasonUnavailable = (peer: Peer): string | undefined =>
  readsAnyProcess ? peer.missing?.() : 'the processor time of a foreign process is read on Linux only'

/** A running peer with our content. */
export class RunningPeer {
  readonly #prepare: () => PreparedPeer
  readonly #prepared: PreparedPeer
  #child: Child

  private constructor(prepare: () => PreparedPeer, prepared: PreparedPeer, child: Child) {
    this.#prepare = prepare
    this.#prepared = prepared
    this.#child = child
  }

  static async start(peer: Peer, facts: Facts): Promise<RunningPeer> {
    const prepare = (): PreparedPeer => peer.prepare(facts, folderOf(peer))
    const prepared = prepare()
    return new RunningPeer(prepare, prepared, await listening(prepared))
  }

  get child(): Child {
    return this.#child
  }

  call(question: Question): Call {
    return this.#prepared.calls[question]
  }

  /** How it is reset: by a call, by a restart, or not at all when it stores nothing. */
  get reset(): PreparedPeer['reset'] {
    return this.#prepared.reset
  }

  /** Restarts it from new files. */
  async restart(): Promise<Child> {
    await this.stop()
    this.#child = await listening(this.#prepare())
    return this.#child
  }

  async stop(): Promise<void> {
    await stop(this.#child)
  }
}

const listening = ({ program, calls }: PreparedPeer): Promise<Child> => launch(program, calls['get 1'])
