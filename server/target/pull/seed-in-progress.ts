import { OutputFile } from '#server/config/output-file.ts'
import type { PulledEntity } from '#server/contracts/pull.ts'
import type { SeedItem } from '#server/seeds/schema.ts'
import { Anonymizer } from './anonymizer.ts'
import { ItemMaker } from './item.ts'
import { LeftOut } from './left-out.ts'
import { PulledNames } from './names.ts'
import type { PullOptions } from './options.ts'
import type { PulledSection } from './plan.ts'
import { type Cursor, ProgressLog } from './progress-log.ts'
import { remainingCalls } from './remaining-calls.ts'
import { hasWritten, SeedWriter } from './seed-writer.ts'

/** The beginning of a seed that a pull has written. */
const pulledSeed = /^\{\s*("users": \[|\}\s*$)/

/** A seed that is being pulled: its file, the names in it, and the notes by which an interrupted run goes on. */
export class SeedInProgress {
  readonly names: PulledNames
  readonly leftOut = new LeftOut()
  /** Where an interrupted run goes on; undefined where there was none. */
  readonly resumedAt: Cursor | undefined
  readonly #options: PullOptions
  readonly #anonymizer: Anonymizer | undefined
  readonly #log: ProgressLog
  readonly #writer: SeedWriter
  readonly #output: OutputFile
  /** Whether there is anything that a later run would go on with. */
  #hasItems: boolean
  #maker: { readonly section: string; readonly maker: ItemMaker } | undefined

  /** @throws UsageError where an interrupted run pulled something else, and for a file that is no seed of a pull. */
  constructor(options: PullOptions) {
    const { client, adAccountId, out, keepIds, anonymize } = options
    this.#options = options
    this.#output = new OutputFile(out, { option: 'out', pattern: pulledSeed })
    this.#output.assertWritable()
    this.names = new PulledNames(adAccountId, keepIds)
    this.#anonymizer = anonymize ? new Anonymizer(adAccountId) : undefined
    this.#log = new ProgressLog(out)
    const identity = { target: client.baseUrl, ad_account: adAccountId, keep_ids: keepIds, anonymize }
    const noted = this.#log.read(identity)
    const notes = hasWritten(out, noted.at(-1)?.bytes ?? 0) ? noted : []
    this.#hasItems = notes.length > 0
    for (const { added, left_out } of notes) {
      this.names.restore(added)
      this.leftOut.restore(left_out)
    }
    const last = notes.at(-1)
    this.resumedAt = last?.next
    this.#writer = new SeedWriter(out, last)
    this.#log.open(identity, notes)
  }

  /** Adds entities to a section, and notes where to go on. */
  add(section: PulledSection, entities: readonly PulledEntity[], next: Cursor): void {
    const { name, pull } = section
    if (this.#maker?.section !== name) this.#maker = { section: name, maker: this.#makerOf(section) }
    const { maker } = this.#maker
    const substituteOf = ({ id }: PulledEntity) => pull.single && maker.itemOf({ ...pull.single.substitute, id })
    const items = entities.map((entity) => maker.itemOf(entity) ?? substituteOf(entity))
    const there = items.filter((item): item is SeedItem => item !== undefined)
    this.#writer.add(name, there)
    const added = this.names.takeAdded()
    this.#hasItems ||= there.length > 0
    this.#log.add({ next, ...this.#writer.written, added, left_out: this.leftOut.take() })
    const remaining = remainingCalls(next, this.names)
    this.#options.onProgress?.({ section: name, counts: this.#writer.written.counts, remaining })
  }

  /** Puts the seed in its place, and returns how many items it has of each section. */
  finish(): Readonly<Record<string, number>> {
    // Checked again, since a pull may take hours.
    this.#output.assertWritable()
    this.#writer.finish()
    this.#log.remove()
    return this.#writer.written.counts
  }

  /** Leaves the unfinished files for a run that goes on; removes them where nothing was read. */
  close(): void {
    this.#writer.close()
    this.#log.close()
    if (this.#hasItems) return
    this.#writer.remove()
    this.#log.remove()
  }

  #makerOf(section: PulledSection): ItemMaker {
    const leaveOut = (what: string, reason: string) => this.leftOut.add(what, reason)
    const { keepIds: keepsIds, now } = this.#options
    return new ItemMaker(section, { names: this.names, anonymizer: this.#anonymizer, keepsIds, now, leaveOut })
  }
}
