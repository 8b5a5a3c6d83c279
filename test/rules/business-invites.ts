import { ids, invited, invitedPartner, me, nobody, ofBusiness, teamIn } from '../fixtures/businesses.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

type Call = (mock: Mock, theirs: string) => Promise<Answer>

const teamCase = (rule: string, refused: Call, passes: Call, moment?: string): RuleCase => ({
  rule,
  ...(moment && { moment }),
  refused: async (mock) => refused(mock, await teamIn(mock)),
  passes: async (mock) => passes(mock, await teamIn(mock)),
})

const invite =
  (...members: readonly string[]) =>
  (mock: Mock) =>
    ofBusiness(mock, 'POST', '/invites', { invite_type: 'MEMBER_INVITE', business_role: 'EMPLOYEE', members })
const invitePartner = (id: string) => (mock: Mock) =>
  ofBusiness(mock, 'POST', '/invites', { invite_type: 'PARTNER_INVITE', business_role: 'PARTNER', partners: [id] })
const cancel = (mock: Mock, id: string) => ofBusiness(mock, 'DELETE', '/invites', { invite_ids: [id] })
const respond = (mock: Mock, invite_id: string, action: object = {}) =>
  mock.call('PATCH', '/v5/businesses/invites', { invites: [{ invite_id, action: { accept_invite: true, ...action } }] })
const attach = (mock: Mock, invite_id: string, assets: object, invite_type = 'MEMBER_INVITE') =>
  ofBusiness(mock, 'POST', '/invites/assets/access', {
    invites: [{ invite_id, invite_type, asset_id_to_permissions: assets }],
  })
const request = (partner_id: string, assets: object) => (mock: Mock) =>
  ofBusiness(mock, 'POST', '/requests/assets/access', {
    asset_requests: [{ partner_id, asset_id_to_permissions: assets }],
  })

/** An invite of the agency to the caller's business; the id of it. */
async function received(mock: Mock, invite_type = 'PARTNER_REQUEST'): Promise<string> {
  await mock.call('POST', '/__mock/seed', {
    business_invites: [{ business: 'agency', recipient: 'me', invite_type, business_role: 'PARTNER' }],
  })
  const { body } = await ofBusiness(mock, 'GET', '/invites?is_member=false')
  return body.items[0].id
}

/** Invites so many email addresses, fifty with each call; the answer is the last one's. */
async function invitedAddresses(mock: Mock, count: number): Promise<Answer> {
  const addresses = Array.from({ length: count }, (_, index) => `reader${index}@example.org`)
  for (let from = 0; from < count - 1; from += 50) {
    await invite(...addresses.slice(from, Math.min(from + 50, count - 1)))(mock)
  }
  return invite(...addresses.slice(-1))(mock)
}

const partners = { invite_type: 'PARTNER_INVITE', business_role: 'PARTNER', partners: [ids.agency] }

/** Cases of the rules about invites and requests. */
export const businessInviteCases: readonly RuleCase[] = [
  teamCase(
    'business_invite.role',
    (mock) => ofBusiness(mock, 'POST', '/invites', { ...partners, business_role: 'EMPLOYEE' }),
    (mock) => ofBusiness(mock, 'POST', '/invites', partners),
  ),
  teamCase(
    'business_invite.recipients',
    (mock) => ofBusiness(mock, 'POST', '/invites', { ...partners, partners: undefined, members: ['an_agency'] }),
    (mock) => ofBusiness(mock, 'POST', '/invites', partners),
  ),
  teamCase('business_invite.user', invite('somebody'), invite('somebody@example.org')),
  teamCase('business_invite.user', invitePartner(nobody), invitePartner(ids.agency), 'when it is a business'),
  teamCase('business_invite.business', invitePartner(ids.pinner), invitePartner(ids.agency)),
  teamCase('business_invite.self', invite('mock_advertiser'), invite('a_pinner')),
  teamCase('business_invite.related', invite('an_editor'), invite('a_pinner@example.com')),
  teamCase('business_invite.related', invitePartner(ids.kitchens), invitePartner(ids.agency), 'when it is a partner'),
  teamCase(
    'business_invite.once',
    async (mock) => {
      await invited(mock)
      return invite('a_pinner')(mock)
    },
    async (mock) => {
      await cancel(mock, await invited(mock))
      return invite('a_pinner')(mock)
    },
  ),
  teamCase(
    'business_invite.limit',
    (mock) => invitedAddresses(mock, 101),
    (mock) => invitedAddresses(mock, 100),
  ),
  teamCase(
    'business_invite.exists',
    async (mock) => respond(mock, await invited(mock)),
    async (mock) => respond(mock, await received(mock)),
  ),
  teamCase(
    'business_invite.exists',
    async (mock) => cancel(mock, await received(mock)),
    async (mock) => cancel(mock, await invited(mock)),
    'when it is to be cancelled',
  ),
  teamCase(
    'business_invite.pending',
    async (mock) => {
      const id = await invited(mock)
      await cancel(mock, id)
      return cancel(mock, id)
    },
    async (mock) => cancel(mock, await invited(mock)),
  ),
  teamCase(
    'business_invite.pending',
    async (mock) => {
      const id = await received(mock)
      await mock.call('POST', '/__mock/time/advance', { by: 'P30D' })
      return respond(mock, id)
    },
    async (mock) => {
      const id = await received(mock)
      await mock.call('POST', '/__mock/time/advance', { by: 'P29DT23H' })
      return respond(mock, id)
    },
    'when it has expired',
  ),
  teamCase(
    'business_invite.type',
    async (mock) => attach(mock, await invited(mock), { [mock.account]: ['ANALYST'] }, 'PARTNER_INVITE'),
    async (mock) => attach(mock, await invited(mock), { [mock.account]: ['ANALYST'] }),
  ),
  teamCase(
    'business_invite.partner',
    request(ids.agency, { [ids.agency]: ['PROFILE_PUBLISHER'] }),
    request(ids.kitchens, { [ids.kitchens]: ['PROFILE_PUBLISHER'] }),
  ),
  teamCase(
    'business_invite.assets',
    (mock) => request(ids.kitchens, { [mock.account]: ['ANALYST'] })(mock),
    (mock, theirs) => request(ids.kitchens, { [theirs]: ['ANALYST'] })(mock),
  ),
  teamCase(
    'business_invite.assets',
    async (mock) => attach(mock, await invitedPartner(mock), { [ids.agency]: ['PROFILE_PUBLISHER'] }, 'PARTNER_INVITE'),
    async (mock) => attach(mock, await invitedPartner(mock), { [me]: ['PROFILE_PUBLISHER'] }, 'PARTNER_INVITE'),
    'when an invite is to have them',
  ),
  teamCase(
    'business_invite.assets',
    async (mock, theirs) => respond(mock, await received(mock), { asset_id_to_permissions: { [theirs]: ['ANALYST'] } }),
    async (mock) => respond(mock, await received(mock), { asset_id_to_permissions: { [mock.account]: ['ANALYST'] } }),
    'when a request is accepted',
  ),
  teamCase(
    'business_invite.permissions',
    async (mock) => attach(mock, await invited(mock), { [mock.account]: ['CONSUMER_USER'] }),
    async (mock) => attach(mock, await invited(mock), { [mock.account]: ['FINANCE_VIEW'] }),
  ),
]
