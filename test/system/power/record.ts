import { readFileSync } from 'node:fs'

/** What was done to a file, told by a number that no other file ever has. */
export type Act = { readonly end: number } & (
  | { readonly kind: 'made' | 'folder'; readonly path: string; readonly file: number }
  | { readonly kind: 'written'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'sized'; readonly file: number; readonly size: number }
  | { readonly kind: 'synced'; readonly file: number }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string; readonly file: number }
  | { readonly kind: 'unlinked'; readonly path: string }
)

/** The kinds by their numbers in recorder.c, which has the layout of a record, too. */
const kinds = ['', 'made', 'written', 'sized', 'synced', 'renamed', 'unlinked', 'folder'] as const
const headBytes = 28

/**
 * The acts of a record in their order, each with where in the record it ends.
 *
 * @param root The inode of the directory that was watched, which is the file 0.
 */
export function readRecord(log: string, root: bigint): readonly Act[] {
  const record = readFileSync(log)
  const acts: Act[] = []
  // Inodes are given again when their files are gone.
  const numbers = new Map([[root, 0]])
  let made = 0
  for (let start = 0; start < record.length; ) {
    const kind = kinds[record.readUInt32LE(start)]
    const inode = record.readBigUInt64LE(start + 8)
    const at = Number(record.readBigInt64LE(start + 16))
    const named = start + headBytes + record.readUInt32LE(start + 4)
    const path = record.toString('utf8', start + headBytes, named)
    const end = named + record.readUInt32LE(start + 24)
    const bytes = record.subarray(named, end)
    start = end
    if (kind === 'made' || kind === 'folder') {
      numbers.set(inode, ++made)
      acts.push({ kind, path, file: made, end })
      continue
    }
    const file = numbers.get(inode) ?? Number.NaN
    if (kind === 'written') acts.push({ kind, file, at, bytes, end })
    else if (kind === 'sized') acts.push({ kind, file, size: at, end })
    else if (kind === 'synced') acts.push({ kind, file, end })
    else if (kind === 'renamed') acts.push({ kind, path, to: bytes.toString(), file, end })
    else if (kind === 'unlinked') acts.push({ kind, path, end })
    else throw new Error(`The program did what cannot be recorded: ${path}`)
  }
  return acts
}
