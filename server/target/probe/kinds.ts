import type { Fields } from './cases/campaign-calls.ts'
import type { ProbeCall } from './probe-case.ts'
import type { MadeEntity } from './references.ts'

/** A kind of entity that probes make: how it is found, and put away. */
export interface Kind {
  readonly name: string
  /** The operation that makes it. */
  readonly create: string
  /** The field by which entities are put away; `id` when absent. */
  readonly idField?: string
  /** How many one call puts away. */
  readonly batch: number
  /** The calls that put entities away; the next one takes those that a call refuses. */
  readonly away: readonly ((ids: readonly string[]) => ProbeCall)[]
  /** The list in which those are that are not put away yet, and the field of their names; absent where none has them. */
  readonly list?: ProbeCall & { readonly field: string; readonly idField?: string }
  /** The call that tells which of the listed ids have such an entity; absent where all have. */
  readonly among?: (ids: readonly string[]) => ProbeCall
  /** Whether an entity, as an answer has it, is put away. */
  readonly isAway: (entity: MadeEntity) => boolean
}

const statusIn =
  (...statuses: readonly string[]) =>
  ({ status }: MadeEntity): boolean =>
    statuses.includes(String(status))

const changingEach =
  (operation: string, change: Fields) =>
  (ids: readonly string[]): ProbeCall => ({ operation, body: ids.map((id) => ({ id, ...change })) })

const openOnes = { entity_statuses: 'ACTIVE,PAUSED,DRAFT', order: 'DESCENDING', page_size: '250' }

const delivering = (kind: string, operations: string): Kind => ({
  name: kind,
  create: `${operations}/create`,
  batch: 30,
  away: [
    changingEach(`${operations}/update`, { status: 'ARCHIVED' }),
    changingEach(`${operations}/update`, { status: 'DELETED_DRAFT' }),
  ],
  list: { operation: `${operations}/list`, query: openOnes, field: 'name' },
  isAway: statusIn('ARCHIVED', 'DELETED_DRAFT'),
})

/** All kinds, in the order in which they are put away: what belongs to another entity before it. */
export const kinds: readonly Kind[] = [
  {
    name: 'keyword',
    create: 'keywords/create',
    batch: 100,
    away: [(ids) => ({ operation: 'keywords/update', body: { keywords: ids.map((id) => ({ id, archived: true })) } })],
    isAway: ({ archived }) => archived === true,
  },
  {
    name: 'schedule',
    create: 'schedules/create',
    idField: 'schedule_id',
    batch: 1,
    away: [
      ([id = '']) => ({
        operation: 'schedules/update',
        body: [{ id, schedule_id: id, schedule_status: 'CANCELED' }],
      }),
    ],
    isAway: ({ schedule_status }) => schedule_status === 'CANCELED',
  },
  {
    name: 'label',
    create: 'labels/create',
    batch: 30,
    away: [(ids) => ({ operation: 'labels/update', body: { labels: ids.map((id) => ({ id, status: 'ARCHIVED' })) } })],
    list: { operation: 'labels/list', query: { entity_statuses: 'ACTIVE', page_size: '250' }, field: 'value' },
    isAway: statusIn('ARCHIVED'),
  },
  {
    name: 'preview of an ad group',
    create: 'campaign_ad_preview/create',
    idField: 'ad_group_id',
    batch: 30,
    away: [(ids) => ({ operation: 'campaign_ad_preview/delete', query: { ad_group_ids: ids.join(',') } })],
    list: { operation: 'ad_groups/list', query: openOnes, field: 'name', idField: 'id' },
    among: (ids) => ({ operation: 'campaign_ad_preview/read', query: { ad_group_ids: ids.join(',') } }),
    isAway: () => false,
  },
  delivering('ad', 'ads'),
  delivering('ad group', 'ad_groups'),
  delivering('campaign', 'campaigns'),
  {
    name: 'targeting template',
    create: 'targeting_template/create',
    batch: 1,
    away: [([id = '']) => ({ operation: 'targeting_template/update', body: { id, operation_type: 'REMOVE' } })],
    list: { operation: 'targeting_template/list', query: { page_size: '250' }, field: 'name' },
    isAway: statusIn('DELETED'),
  },
  {
    name: 'defined event',
    create: 'advertiser_defined_events/create',
    idField: 'name',
    batch: 1,
    away: [([name = '']) => ({ operation: 'advertiser_defined_events/delete', query: { event_names: name } })],
    list: { operation: 'advertiser_defined_events/get', field: 'name' },
    isAway: () => false,
  },
  {
    name: 'pin',
    create: 'pins/create',
    batch: 1,
    // Without a list: those whose ids were lost are deleted with their board.
    away: [([id = '']) => ({ operation: 'pins/delete', params: { pin_id: id } })],
    isAway: () => false,
  },
  {
    name: 'board',
    create: 'boards/create',
    batch: 1,
    away: [([id = '']) => ({ operation: 'boards/delete', params: { board_id: id } })],
    list: { operation: 'boards/list', query: { page_size: '250' }, field: 'name' },
    isAway: () => false,
  },
]

/** Returns the kind that an operation makes or changes; undefined for what leaves nothing behind. */
export function kindOf(operation: string): Kind | undefined {
  const [family = ''] = operation.split('/')
  return kinds.find(({ create }) => create.startsWith(`${family}/`) && !operation.endsWith('/list'))
}

/** Returns that by which an entity of a kind is put away, as an answer has it. */
export const entityId = ({ idField = 'id' }: Pick<Kind, 'idField'>, entity: MadeEntity): string =>
  String(entity[idField] ?? entity.id)
