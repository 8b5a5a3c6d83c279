import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'

/** What a Pin shows: an image, a video, or several images to leaf through. */
export const pinTypes = ['REGULAR', 'VIDEO', 'CAROUSEL'] as const

/** A Pin as it is stored. */
export interface PinRow {
  readonly seq: number
  readonly id: string
  /** Null for a Pin on the user's profile. */
  readonly board_id: string | null
  readonly board_section_id: string | null
  /** As its board's. */
  readonly privacy: 'PUBLIC' | 'PROTECTED' | 'SECRET'
  readonly creative_type: (typeof pinTypes)[number]
  readonly is_repin: 0 | 1
  readonly has_been_promoted: 0 | 1
  /** Whether ads may be made of it. */
  readonly is_promotable: 0 | 1
  readonly json: string
  /** The id of the user whose it is. */
  readonly owner_id: string
  /** Where its link leads, without `www.`; null where there is no such place. */
  readonly domain: string | null
}

/** The table of Pins, whosever they are. */
export const pinTable = rootTable<PinRow>('pins', {
  updates: ['board_id', 'board_section_id', 'privacy', 'has_been_promoted', 'is_promotable', 'json', 'domain'],
})

const statements = perDb((db) => ({
  promote: db.prepare<[string]>('UPDATE pins SET has_been_promoted = 1 WHERE id = ?'),
  count: db.prepare<[string], number>('SELECT count(*) FROM pins WHERE owner_id = ?').pluck(),
}))

/** Notes that an ad was made of the Pin. */
export const markPromoted = (db: Database, id: string): void => void statements(db).promote.run(id)

/** Returns how many Pins the user has. */
export const countPins = (db: Database, ownerId: string): number => statements(db).count.get(ownerId) ?? 0

/** What the list of all of a user's Pins is narrowed to. */
export interface PinFilter {
  readonly pin_filter?: 'exclude_native' | 'exclude_repins' | 'has_been_promoted' | undefined
  readonly include_protected_pins: boolean
  readonly pin_type?: 'PRIVATE' | undefined
  readonly creative_types?: readonly string[] | undefined
  readonly domain?: string | undefined
  readonly domains?: readonly string[] | undefined
}

const either = ['0', '1']

/** Returns one page of a user's Pins in the order of their ids. */
export function listPins(db: Database, ownerId: string, filter: PinFilter, page: PageRange): readonly PinRow[] {
  const { pin_filter, include_protected_pins, pin_type, creative_types } = filter
  const domains = domainsIn(filter)
  const privacies = pin_type === 'PRIVATE' ? ['SECRET'] : ['PUBLIC', 'SECRET']
  const isRepin = pin_filter === 'exclude_native' ? ['1'] : pin_filter === 'exclude_repins' ? ['0'] : either
  return pinTable.page(db, {
    columns: [
      'owner_id',
      ...(domains === undefined ? [] : ['domain']),
      ...['privacy', 'creative_type', 'is_repin', 'has_been_promoted'],
    ],
    ranges: rangesOf(
      [ownerId],
      ...(domains === undefined ? [] : [domains]),
      include_protected_pins && pin_type === undefined ? [...privacies, 'PROTECTED'] : privacies,
      shown(creative_types),
      isRepin,
      pin_filter === 'has_been_promoted' ? ['1'] : either,
    ),
    ...page,
  })
}

/** Returns one page of a board's Pins in the order of their ids. */
export const listBoardPins = (
  db: Database,
  boardId: string,
  creativeTypes: readonly string[] | undefined,
  page: PageRange,
): readonly PinRow[] =>
  pinTable.page(db, {
    columns: ['board_id', 'creative_type'],
    ranges: rangesOf([boardId], shown(creativeTypes)),
    ...page,
  })

/** Returns one page of a section's Pins in the order of their ids. */
export const listSectionPins = (db: Database, sectionId: string, page: PageRange): readonly PinRow[] =>
  pinTable.page(db, { columns: ['board_section_id'], ranges: [[sectionId]], ...page })

/**
 * Returns the domains that a list is narrowed to by both parameters together; undefined where it is narrowed to none.
 */
function domainsIn({ domain, domains }: PinFilter): readonly string[] | undefined {
  const wanted = domains?.map((one) => one.toLowerCase())
  if (domain === undefined) return wanted
  const one = domain.toLowerCase()
  return wanted === undefined || wanted.includes(one) ? [one] : []
}

const shown = (wanted: readonly string[] | undefined): readonly string[] =>
  pinTypes.filter((type) => wanted === undefined || wanted.includes(type))
