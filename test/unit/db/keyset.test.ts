import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import type { Database } from '#db/database.ts'
import { keysetPage, rangesOf } from '#db/keyset.ts'
import { openMemory } from '#db/open.ts'
import fc from '#test/support/fast-check.ts'

interface Row {
  readonly seq: number
  readonly owner: string
  readonly state: string
  readonly kind: string
}

interface Call {
  readonly chosen: readonly string[]
  readonly shown: readonly string[]
  readonly descending: boolean
  readonly after?: number | undefined
  readonly limit: number
  /** The kinds that rows may have besides; any when absent. */
  readonly kinds?: readonly string[] | undefined
}

const owners = Array.from({ length: 60 }, (_, index) => `owner-${index}`)
const states = ['A', 'B', 'C']
const kinds = ['x', 'y', 'z']

function tableOf(rows: readonly Row[]): Database {
  const db = openMemory()
  db.exec(`CREATE TABLE things (seq INTEGER PRIMARY KEY, owner TEXT NOT NULL, state TEXT NOT NULL, kind TEXT NOT NULL)
    STRICT;
    CREATE INDEX things_by_owner ON things (owner, state, seq);`)
  const insert = db.prepare('INSERT INTO things VALUES (@seq, @owner, @state, @kind)')
  for (const row of rows) insert.run(row)
  return db
}

const someRows = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 120 }).chain((sequences) =>
  fc.tuple(
    ...sequences.map((seq) =>
      fc.record({
        seq: fc.constant(seq),
        owner: fc.constantFrom(...owners),
        state: fc.constantFrom(...states),
        kind: fc.constantFrom(...kinds),
      }),
    ),
  ),
)

const someCalls = fc.record({
  chosen: fc.subarray(owners),
  shown: fc.subarray(states),
  descending: fc.boolean(),
  after: fc.option(fc.integer({ min: 0, max: 401 }), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 50 }),
  kinds: fc.option(fc.subarray(kinds), { nil: undefined }),
})

/** What a page is, said plainly: the rows that match, sorted, beyond the last one seen, up to the limit. */
function plainly(rows: readonly Row[], { chosen, shown, descending, after, limit, kinds }: Call): readonly Row[] {
  const sign = descending ? -1 : 1
  return rows
    .filter(({ owner, state }) => chosen.includes(owner) && shown.includes(state))
    .filter(({ kind }) => kinds?.includes(kind) ?? true)
    .filter(({ seq }) => after === undefined || sign * (seq - after) > 0)
    .toSorted((one, other) => sign * (one.seq - other.seq))
    .slice(0, limit)
}

/** The same page as the keyset walks it. */
function walked(db: Database, { chosen, shown, kinds, ...page }: Call): readonly Row[] {
  const ranges = rangesOf(chosen, shown)
  const also = kinds === undefined ? [] : [['kind', kinds] as const]
  return keysetPage(db, { table: 'things', select: 't.*', columns: ['owner', 'state'], ranges, also, ...page })
}

const sequences = (rows: readonly Row[]) => rows.map(({ seq }) => seq)

t.test('a page over few or many ranges is what a plain sorted query gives, either way', async (t) => {
  const isSame = (rows: readonly Row[], call: Call) => {
    const db = tableOf(rows)
    const page = walked(db, call)
    db.close()
    return isDeepStrictEqual(sequences(page), sequences(plainly(rows, call)))
  }
  t.doesNotThrow(() => fc.assert(fc.property(someRows, someCalls, isSame), { numRuns: 300 }))
})

t.test('the hundredth range and the one after it change nothing but the way', async (t) => {
  const rows = Array.from({ length: 300 }, (_, index) => ({
    seq: index + 1,
    owner: `owner-${(index * 7) % 150}`,
    state: 'A',
    kind: kinds[index % 3] ?? '',
  }))
  const db = tableOf(rows)
  for (const count of [99, 100, 101, 150]) {
    const chosen = Array.from({ length: count }, (_, index) => `owner-${index}`)
    for (const descending of [false, true]) {
      for (const some of [undefined, ['x', 'z']]) {
        const call = { chosen, shown: ['A'], descending, after: 150, limit: 20, kinds: some }
        t.strictSame(walked(db, call), plainly(rows, call), `${count} ranges, ${descending ? 'down' : 'up'}`)
      }
    }
  }
  db.close()
})

t.test('no ranges are no rows', async (t) => {
  const db = tableOf([{ seq: 1, owner: 'owner-1', state: 'A', kind: 'x' }])
  const ranges = rangesOf([], ['A'])
  t.strictSame(keysetPage(db, { table: 'things', select: 't.*', columns: ['owner', 'state'], ranges, limit: 9 }), [])
  db.close()
})

t.test('a value that reads like SQL or JSON is a value', async (t) => {
  for (const owner of ["' OR 1=1 --", '"]', '\\', 'ä☃😀', '']) {
    const db = tableOf([
      { seq: 1, owner, state: 'A', kind: 'x' },
      { seq: 2, owner: 'owner-1', state: 'A', kind: 'x' },
    ])
    for (const others of [0, 120]) {
      const chosen = [owner, ...Array.from({ length: others }, (_, index) => `nobody-${index}`)]
      const ranges = rangesOf(chosen, ['A'])
      const keyset = { table: 'things', select: 't.seq', columns: ['owner', 'state'], ranges, limit: 9 }
      t.strictSame(keysetPage(db, keyset), [{ seq: 1 }], `${owner} and ${others} others`)
    }
    db.close()
  }
})

t.test('ranges are every combination of the lists, each once', async (t) => {
  t.strictSame(rangesOf(['a', 'b', 'a'], ['x', 'y']), [
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'x'],
    ['b', 'y'],
  ])
  t.strictSame(rangesOf(['a'], []), [])
})
