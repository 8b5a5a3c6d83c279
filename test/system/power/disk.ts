import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterLoss, type Change, Content } from './content.ts'
import { Folder, type Naming } from './folder.ts'
import type { Random } from './random.ts'
import type { Act } from './record.ts'

/** What of a file is flushed, and what was done since. */
interface File {
  readonly flushed: Content
  readonly since: Change[]
}

/** Acts that are remembered in their order, though their directories are not flushed, by some file systems. */
const lately = 30

/** A disk on which acts are done, and what can be left of them when the power is lost. */
export class Disk {
  readonly #files = new Map<number, File>()
  readonly #folders = new Map([[0, new Folder()]])
  readonly #isLying: boolean
  #acts = 0
  /** Where in the record what stood at a path was flushed last. */
  readonly flushed = new Map<string, number>()

  /** @param isLying Whether it says that it has flushed, and has not. */
  constructor(isLying = false) {
    this.#isLying = isLying
  }

  apply(act: Act): void {
    this.#acts++
    if (act.kind === 'written' || act.kind === 'sized') this.#file(act.file).since.push(act)
    else if (act.kind === 'synced') this.#flush(act.file, act.end)
    else if (act.kind === 'unlinked') this.#name(dirname(act.path), { gone: basename(act.path) })
    else if (act.kind === 'renamed') {
      if (dirname(act.path) !== dirname(act.to)) throw new Error(`${act.path} left its directory`)
      this.#name(dirname(act.path), { gone: basename(act.path), come: [basename(act.to), act.file] })
    } else {
      if (act.kind === 'made') this.#files.set(act.file, { flushed: new Content(), since: [] })
      else this.#folders.set(act.file, new Folder())
      this.#name(dirname(act.path), { come: [basename(act.path), act.file] })
    }
  }

  /** What there is now, by path, as everybody sees it whose machine runs on. */
  now(): ReadonlyMap<string, Buffer> {
    const files = this.#walk(({ names }) => names)
    return new Map([...files].flatMap(([path, file]) => (file === undefined ? [] : [[path, contentOf(file)]])))
  }

  /** Makes in a directory what could be left of it. */
  rebuild(folder: string, random: Random): void {
    const moment = random.oneIn(3) ? this.#acts - random.upTo(lately) : undefined
    for (const [path, file] of this.#walk((names) => names.afterLoss(random, moment))) {
      const target = join(folder, path)
      if (file === undefined) mkdirSync(target)
      // Shared memory, which nobody can record; SQLite makes it anew.
      else if (path.endsWith('-shm')) writeFileSync(target, random.bytes(random.of([0, 100, 32_768])))
      else writeFileSync(target, afterLoss(file.flushed.bytes, file.since, random))
    }
  }

  #file(number: number): File {
    const file = this.#files.get(number)
    if (file === undefined) throw new Error(`The file ${number} was not there when the record began`)
    return file
  }

  #flush(number: number, end: number): void {
    const folder = this.#folders.get(number)
    for (const [path, file] of this.#walk(({ names }) => names)) {
      if (file !== undefined && file === this.#files.get(number)) this.flushed.set(path, end)
    }
    if (this.#isLying) return
    folder?.flush()
    if (folder === undefined)
      for (const change of this.#file(number).since.splice(0)) this.#file(number).flushed.apply(change)
  }

  #name(folder: string, naming: Omit<Naming, 'before'>): void {
    const number = folder.split('/').reduce((number, name) => {
      return name === '.' ? number : (this.#folders.get(number)?.names.get(name) ?? Number.NaN)
    }, 0)
    const there = this.#folders.get(number)
    if (there === undefined) throw new Error(`The directory ${folder} was not there when the record began`)
    there.apply({ ...naming, before: this.#acts })
  }

  /** Every path with its file, directories before what is in them. */
  *#walk(
    namesOf: (folder: Folder) => ReadonlyMap<string, number>,
    number = 0,
    path = '',
  ): Generator<readonly [string, File | undefined]> {
    const folder = this.#folders.get(number)
    if (folder === undefined) return
    for (const [name, inner] of namesOf(folder)) {
      yield [join(path, name), this.#files.get(inner)]
      yield* this.#walk(namesOf, inner, join(path, name))
    }
  }
}

function contentOf({ flushed, since }: File): Buffer {
  const content = Content.of(Buffer.from(flushed.bytes))
  for (const change of since) content.apply(change)
  return content.bytes
}
