import t from 'tap'
import { type Keyset, keysetPage, rangesOf, withinAccount } from '#db/keyset.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { planOfRead } from '#test/support/query-plan.ts'

/** The steps by which SQLite finds a page. */
function planOf(keyset: Omit<Keyset, 'select' | 'limit'>): readonly string[] {
  const db = openMemory()
  migrate(db)
  const plan = planOfRead(db, (recording) => keysetPage(recording, { ...keyset, select: 't.*', limit: 25 }))
  db.close()
  return plan
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))
const shown = ['ACTIVE', 'PAUSED']

const lists = {
  'all campaigns of an account': {
    table: 'campaigns',
    columns: ['ad_account_id', 'status'],
    ranges: rangesOf(['1'], shown),
  },
  'campaigns by their ids': {
    table: 'campaigns',
    columns: ['id', 'ad_account_id', 'status'],
    ranges: rangesOf(ids(9), ['1'], shown),
  },
  'all ad groups of an account': {
    table: 'ad_groups',
    columns: ['ad_account_id', 'status'],
    ranges: rangesOf(['1'], shown),
  },
  'ad groups of some campaigns': {
    table: 'ad_groups',
    columns: ['campaign_id', 'status', 'ad_account_id'],
    ranges: rangesOf(ids(9), shown, ['1']),
  },
  'ad groups by their ids': {
    table: 'ad_groups',
    columns: ['id', 'ad_account_id', 'status'],
    ranges: rangesOf(ids(9), ['1'], shown),
  },
  'all ads of an account': { table: 'ads', ...withinAccount('1', shown) },
  'ads of some campaigns': { table: 'ads', ...withinAccount('1', shown, { campaign_id: ids(9) }) },
  'ads of some ad groups': { table: 'ads', ...withinAccount('1', shown, { id: undefined, ad_group_id: ids(9) }) },
  'ads of some ad groups in some campaigns': {
    table: 'ads',
    ...withinAccount('1', shown, { ad_group_id: ids(9), campaign_id: ids(9) }),
  },
  'ads by their ids': { table: 'ads', ...withinAccount('1', shown, { id: ids(9) }) },
  'audiences of an account': { table: 'audiences', columns: ['ad_account_id'], ranges: [['1']] },
  'audiences of an account, less those for new customers': {
    table: 'audiences',
    columns: ['ad_account_id', 'is_nca'],
    ranges: rangesOf(['1'], ['0']),
  },
  'customer lists of an account, less those for new customers': {
    table: 'customer_lists',
    columns: ['ad_account_id', 'is_nca'],
    ranges: rangesOf(['1'], ['0']),
  },
  'customer lists of an account': { table: 'customer_lists', columns: ['ad_account_id'], ranges: [['1']] },
  'conversion tags of an account': { table: 'conversion_tags', ...withinAccount('1', ['ACTIVE', 'ARCHIVED']) },
  'labels of an account': {
    table: 'labels',
    columns: ['ad_account_id', 'status', 'label_type'],
    ranges: rangesOf(['1'], ['ACTIVE', 'ARCHIVED'], ['BRAND', 'CUSTOM']),
  },
  'keywords of some parents': {
    table: 'keywords',
    columns: ['parent_id', 'ad_account_id', 'status', 'match_type'],
    ranges: rangesOf(ids(2), ['1'], ['ACTIVE'], ['BROAD', 'EXACT']),
  },
  'targeting templates of an account': {
    table: 'targeting_templates',
    columns: ['ad_account_id', 'status'],
    ranges: rangesOf(['1'], ['ACTIVE']),
  },
  'product group promotions of an ad group': {
    table: 'product_group_promotions',
    columns: ['ad_group_id', 'status', 'ad_account_id'],
    ranges: rangesOf(['1'], shown, ['1']),
  },
  'product group promotions by their ids': {
    table: 'product_group_promotions',
    columns: ['id', 'status', 'ad_account_id'],
    ranges: rangesOf(ids(9), shown, ['1']),
  },
  'order lines of an account': { table: 'order_lines', columns: ['ad_account_id'], ranges: [['1']] },
  boards: {
    table: 'boards',
    columns: ['owner_id', 'privacy'],
    ranges: rangesOf(['1'], ['PUBLIC', 'PROTECTED', 'SECRET']),
  },
  'sections of a board': { table: 'board_sections', columns: ['board_id'], ranges: rangesOf(['1']) },
  'all Pins': {
    table: 'pins',
    columns: ['owner_id', 'privacy', 'creative_type', 'is_repin', 'has_been_promoted'],
    ranges: rangesOf(
      ['1'],
      ['PUBLIC', 'PROTECTED', 'SECRET'],
      ['REGULAR', 'VIDEO', 'CAROUSEL'],
      ['0', '1'],
      ['0', '1'],
    ),
  },
  'Pins whose links lead to some domains': {
    table: 'pins',
    columns: ['owner_id', 'domain', 'privacy', 'creative_type', 'is_repin', 'has_been_promoted'],
    ranges: rangesOf(['1'], ids(9), ['PUBLIC', 'SECRET'], ['REGULAR', 'VIDEO', 'CAROUSEL'], ['0'], ['1']),
  },
  'Pins of a board': {
    table: 'pins',
    columns: ['board_id', 'creative_type'],
    ranges: rangesOf(['1'], ['REGULAR', 'VIDEO', 'CAROUSEL']),
  },
  'Pins of a section': { table: 'pins', columns: ['board_section_id'], ranges: rangesOf(['1']) },
  videos: { table: 'media', columns: ['media_type'], ranges: rangesOf(['video']) },
} satisfies Record<string, Omit<Keyset, 'select' | 'limit'>>

for (const [what, list] of Object.entries(lists)) {
  for (const descending of [false, true]) {
    t.test(`a page of ${what} walks an index ${descending ? 'down' : 'up'} and sorts nothing`, async (t) => {
      const plan = planOf({ ...list, descending })
      t.notMatch(plan.join('\n'), /TEMP B-TREE/)
      const searches = plan.filter((step) => step.includes(list.table))
      t.equal(searches.length, list.ranges.length)
      for (const step of searches) t.match(step, /^SEARCH \w+ USING (COVERING )?INDEX/)
    })
  }
}

t.test('with very many ranges each of them is still found by an index', async (t) => {
  const list = lists['ad groups of some campaigns']
  const plan = planOf({ ...list, ranges: rangesOf(ids(250), shown, ['1']) })
  const searches = plan.filter((step) => step.includes(list.table))
  t.match(searches, [/^SEARCH ad_groups USING INDEX ad_groups_by_campaign \(campaign_id=\? AND status=\? AND seq>\?\)/])
})
