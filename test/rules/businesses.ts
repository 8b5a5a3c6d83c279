import {
  assign,
  assignToPartner,
  groupIn,
  ids,
  me,
  nobody,
  ofBusiness,
  teamIn,
  updateGroup,
} from '../fixtures/businesses.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

type Call = (mock: Mock, theirs: string) => Promise<Answer>

/** Makes a call in a world that has the team. */
const inTeam =
  (call: Call) =>
  async (mock: Mock): Promise<Answer> =>
    call(mock, await teamIn(mock))

/** A case whose calls are both made in a world that has the team. */
const teamCase = (rule: string, refused: Call, passes: Call, moment?: string): RuleCase => ({
  rule,
  ...(moment && { moment }),
  refused: inTeam(refused),
  passes: inTeam(passes),
})

const promote = (member_id: string) => (mock: Mock) =>
  ofBusiness(mock, 'PATCH', '/members', [{ member_id, business_role: 'BIZ_ADMIN' }])
const dismiss = (member_id: string) => (mock: Mock) =>
  ofBusiness(mock, 'DELETE', '/members', { members: [{ member_id, business_role: 'EMPLOYEE' }] })
const rename = (id: string) => (mock: Mock) => ofBusiness(mock, 'PATCH', `/system_users/${id}`, { name: 'Robot' })
const part =
  (partner_ids: readonly string[], more: object = {}) =>
  (mock: Mock) =>
    ofBusiness(mock, 'DELETE', '/partners', { partner_ids, ...more })
const takeFromMember = (asset_id: string) => (mock: Mock) =>
  ofBusiness(mock, 'DELETE', '/members/assets/access', { accesses: [{ asset_id, member_id: ids.editor }] })
const brand = (method: string, path: string, body: object) => (mock: Mock) =>
  mock.call(method, `/v5/business_access/business_hierarchy/${me}/brand_accounts${path}`, body)
const newBrand = (username: string) => brand('POST', '', { name: 'Stores', username, country: 'CA' })

/** Gives the caller's business a permission on the partner's ad account. */
const receive = (mock: Mock, permissions: readonly string[]) =>
  mock.call('POST', '/__mock/seed', {
    business_asset_access: [{ business: 'kitchens', partner: 'me', ad_account: 'theirs', permissions }],
  })

/** Cases of the rules about members, partners, assets, groups and brand accounts of businesses. */
export const businessCases: readonly RuleCase[] = [
  teamCase('business_member.exists', promote(ids.pinner), promote(ids.editor)),
  teamCase('business_member.exists', dismiss(ids.pinner), dismiss(ids.editor), 'when memberships end'),
  teamCase('business_member.system-user', rename(ids.editor), rename(ids.robot)),
  teamCase('business_partner.exists', part([ids.agency]), part([ids.kitchens])),
  teamCase(
    'business_partner.exists',
    part([ids.kitchens, ids.agency]),
    part([ids.kitchens], { partner_type: 'EXTERNAL' }),
    'when one of several is none',
  ),
  teamCase(
    'business_access.member',
    (mock) => assign(mock, ['ANALYST'], { member_id: ids.pinner }),
    (mock) => assign(mock, ['ANALYST']),
  ),
  teamCase(
    'business_access.partner',
    (mock) => assignToPartner(mock, ['ANALYST'], { partner_id: ids.agency }),
    (mock) => assignToPartner(mock, ['ANALYST']),
  ),
  teamCase(
    'business_access.asset',
    (mock, theirs) => assign(mock, ['ANALYST'], { asset_id: theirs }),
    async (mock, theirs) => {
      await receive(mock, ['ANALYST'])
      return assign(mock, ['ANALYST'], { asset_id: theirs })
    },
  ),
  teamCase(
    'business_access.asset',
    async (mock, theirs) => {
      await receive(mock, ['ADMIN'])
      return assignToPartner(mock, ['ANALYST'], { asset_id: theirs })
    },
    (mock) => assignToPartner(mock, ['ANALYST']),
    'when a partner is to have what another one shared',
  ),
  teamCase(
    'business_access.permissions.applicable',
    (mock) => assign(mock, ['ANALYST', 'PROFILE_PUBLISHER']),
    (mock) => assign(mock, ['PROFILE_PUBLISHER'], { asset_id: me }),
  ),
  teamCase(
    'business_access.permissions.own',
    async (mock, theirs) => {
      await receive(mock, ['ANALYST'])
      return assign(mock, ['CAMPAIGN_MANAGER'], { asset_id: theirs })
    },
    async (mock, theirs) => {
      await receive(mock, ['ADMIN'])
      return assign(mock, ['CAMPAIGN_MANAGER'], { asset_id: theirs })
    },
  ),
  teamCase(
    'business_access.granted',
    (mock) => takeFromMember(mock.account)(mock),
    async (mock) => {
      await assign(mock, ['ANALYST'])
      return takeFromMember(mock.account)(mock)
    },
  ),
  teamCase(
    'asset_group.exists',
    (mock) => updateGroup(mock, { asset_group_id: nobody, name: 'x' }),
    async (mock) => updateGroup(mock, { asset_group_id: await groupIn(mock), name: 'x' }),
  ),
  teamCase(
    'asset_group.assets.own',
    async (mock, theirs) => updateGroup(mock, { asset_group_id: await groupIn(mock), assets_to_add: [theirs] }),
    async (mock) => updateGroup(mock, { asset_group_id: await groupIn(mock), assets_to_add: [mock.account, me] }),
  ),
  teamCase('brand_account.username.form', newBrand('canada stores'), newBrand('canada_stores')),
  teamCase('brand_account.username.free', newBrand('An_Agency'), newBrand('agencies')),
  teamCase(
    'brand_account.username.free',
    brand('PATCH', `/${ids.brand}`, { username: 'an_agency' }),
    brand('PATCH', `/${ids.brand}`, { username: 'OUTLETS' }),
    'when an account is renamed',
  ),
]
