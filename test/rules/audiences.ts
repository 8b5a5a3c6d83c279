import { audienceIn, conversionTagIn, customerListIn, readers } from '../fixtures/audiences.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

type RuleIn = (mock: Mock) => Promise<object> | object

const creating =
  (audience_type: string, rule: RuleIn) =>
  async (mock: Mock): Promise<Answer> =>
    mock.post('/audiences', { name: 'Readers', audience_type, rule: await rule(mock) })

/** A rule of an ACTALIKE audience, less or more than enough. */
const alike =
  (more: object = {}): RuleIn =>
  async (mock) => ({ seed_id: [(await audienceIn(mock)).id], country: 'US', percentage: 1, ...more })

/** A rule of a VISITOR audience, less or more than enough. */
const visitors =
  (more: object = {}): RuleIn =>
  async (mock) => ({ visitor_source_id: (await conversionTagIn(mock)).id, ...more })

const ofList: RuleIn = async (mock) => ({ customer_list_id: (await customerListIn(mock)).id })

const updating =
  (rule: object) =>
  async (mock: Mock): Promise<Answer> => {
    const { id } = await audienceIn(mock, readers)
    return mock.patch(`/audiences/${id}`, { rule })
  }

const ofType = (type: string, name: string, refused: RuleIn, passes: RuleIn): RuleCase => ({
  rule: `audience.rule.${name}`,
  refused: creating(type, refused),
  passes: creating(type, passes),
})

/** Cases of the rules about audiences. */
export const audienceCases: readonly RuleCase[] = [
  ofType('CUSTOMER_LIST', 'customer-list', () => ({}), ofList),
  ofType('CUSTOMER_LIST', 'customer-list-exists', () => ({ customer_list_id: '1000000' }), ofList),
  ofType('ACTALIKE', 'seed', alike({ seed_id: [] }), alike()),
  ofType('ACTALIKE', 'seed-exists', alike({ seed_id: ['2542600000000'] }), alike()),
  ofType('ACTALIKE', 'country', alike({ country: 'DE' }), alike({ country: 'GB' })),
  ofType('ACTALIKE', 'percentage', alike({ percentage: 11 }), alike({ percentage: 10 })),
  { ...ofType('ACTALIKE', 'percentage', alike({ percentage: null }), alike()), moment: 'when it is missing' },
  ofType('VISITOR', 'visitor-source', () => ({ retention_days: 30 }), visitors()),
  ofType('VISITOR', 'visitor-source-exists', () => ({ visitor_source_id: '2612500000000' }), visitors()),
  {
    ...ofType(
      'VISITOR',
      'visitor-source-exists',
      async (mock) => ({ visitor_source_id: [(await conversionTagIn(mock)).id, '2612500000000'] }),
      async (mock) => ({ visitor_source_id: [(await conversionTagIn(mock)).id, (await conversionTagIn(mock)).id] }),
    ),
    moment: 'when one of several is not there',
  },
  {
    ...ofType('VISITOR', 'visitor-source', visitors({ visitor_source_id: [] }), visitors()),
    moment: 'in an empty list',
  },
  {
    ...ofType('ACTALIKE', 'percentage', alike({ percentage: '11' }), alike({ percentage: '10' })),
    moment: 'in quotes',
  },
  ofType('VISITOR', 'retention-days', visitors({ retention_days: 541 }), visitors({ retention_days: 540 })),
  {
    rule: 'audience.rule.retention-days',
    moment: 'in an update',
    refused: updating({ retention_days: 0 }),
    passes: updating({ retention_days: 1 }),
  },
  {
    rule: 'audience.rule.engagement-type',
    refused: updating({ engagement_type: 'love' }),
    passes: updating({ engagement_type: 'like' }),
  },
  { rule: 'audience.rule.engager-type', refused: updating({ engager_type: 3 }), passes: updating({ engager_type: 2 }) },
]
