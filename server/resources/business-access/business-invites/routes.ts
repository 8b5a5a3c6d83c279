import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BusinessPath } from '../businesses/schema.ts'
import { assetInviteRoutes } from './asset-routes.ts'
import { InvitesCancel, InvitesCreate, InvitesRespond } from './body-schema.ts'
import { assertInvitable, createInvite } from './creation.ts'
import { type InviteType, listInvites } from './repository.ts'
import { exceptionOf, replyToInvites } from './results.ts'
import { InviteListQuery, InvitePage, InvitesCancelReply, InvitesCreateReply, InvitesRespondReply } from './schema.ts'
import { inviteOf, listedInvite, recipientSummary } from './serialize.ts'
import { answerInvite, cancelInvite } from './service.ts'

/** Adds the operations on invites and requests. */
export function businessInviteRoutes(app: Operations): void {
  assetInviteRoutes(app)

  app.operation('get/invites', {
    summary: 'List invites',
    description: 'Returns the invites and requests that a business, or the calling user, sent or received.',
    schema: { params: BusinessPath, querystring: InviteListQuery, response: { 200: InvitePage } },
    handler: (request, reply) => {
      const { operation, query, world, params, caller } = request
      const { invite_status = ['PENDING', 'EXPIRED'] } = query
      const filters = { ...params, invite_status, invite_types: typesOf(query) }
      const page = requestedPage({ operation, query }, filters)
      // Whoever is invited sees the invite, whether a business or not.
      if (caller.userId !== params.business_id) assertActsFor(request, params.business_id)
      const now = world.clock.milliseconds()
      return replyWithPage(reply, page, listInvites(world.db, filters, now, page), (row) =>
        JSON.stringify(listedInvite(world.db, row, now, row.recipient_id === params.business_id)),
      )
    },
  })

  app.operation('create_membership_or_partnership_invites', {
    summary: 'Create invites',
    description: 'Invites members or partners, or requests to become a partner. Invites expire after 30 days.',
    schema: { params: BusinessPath, body: InvitesCreate, response: { 200: InvitesCreateReply } },
    handler: (request, reply) => {
      const { world, body, params, caller } = request
      assertActsFor(request, params.business_id)
      assertInvitable(world, body)
      const sender = { business_id: params.business_id, created_by_id: caller.userId }
      return replyToInvites(request, reply, {
        items: (body.invite_type === 'MEMBER_INVITE' ? body.members : body.partners) ?? [],
        each: (target) => createInvite(world, sender, body, target),
        invite: (row) => ({ id: row.id, user: recipientSummary(world.db, row) }),
        exception: (violation, target) => exceptionOf(violation, null, [target]),
      })
    },
  })

  app.operation('cancel_invites_or_requests', {
    summary: 'Cancel invites',
    description: 'Cancels pending invites and requests that the business sent.',
    schema: { params: BusinessPath, body: InvitesCancel, response: { 200: InvitesCancelReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      return replyToInvites(request, reply, {
        items: body.invite_ids,
        each: (id) => cancelInvite(world, params.business_id, id),
        invite: (row) => inviteOf(world.db, row, world.clock.milliseconds(), false),
        exception: ({ message }, id) => ({ invite_id: id, message }),
      })
    },
  })

  app.operation('respond_business_access_invites', {
    summary: 'Respond to invites',
    description: 'Accepts or declines invites and requests that the caller received, or a business that it acts for.',
    schema: { body: InvitesRespond, response: { 200: InvitesRespondReply } },
    handler: (request, reply) => {
      const { world, body, caller } = request
      return replyToInvites(request, reply, {
        items: body.invites,
        each: (item) => answerInvite(world, caller.userId, item),
        invite: (row) => inviteOf(world.db, row, world.clock.milliseconds(), true),
        exception: (violation, { invite_id }) => exceptionOf(violation, invite_id, null),
      })
    },
  })
}

function typesOf(query: { readonly is_member?: boolean | undefined; readonly invite_type?: InviteType | undefined }) {
  const { invite_type, is_member = invite_type === undefined || invite_type === 'MEMBER_INVITE' } = query
  const types: readonly InviteType[] = is_member ? ['MEMBER_INVITE'] : ['PARTNER_INVITE', 'PARTNER_REQUEST']
  return invite_type === undefined ? types : types.filter((type) => type === invite_type)
}
