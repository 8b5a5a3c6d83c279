import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { BoardPage } from '../boards/schema.ts'
import { PinPage } from '../pins/list-schema.ts'
import { searchBoards, searchPins, searchPublicPins } from './repository.ts'
import { searchRules } from './rules.ts'
import { BoardSearchQuery, PartnerPinSearchQuery, PinSearchQuery, SummaryPinPage } from './schema.ts'
import { foundBoardText, foundPinText, summaryPinText } from './serialize.ts'

/** Pins in a page of a search, which has no page_size. */
const pinsOfPage = 25
/** A page that is not empty has a bookmark, as recorded. */
const ends = 'with an empty page'

/** Adds the searches for boards and Pins. */
export function searchRoutes(app: Operations): void {
  app.operation('search_user_pins/list', {
    summary: 'Search for Pins',
    description:
      "Returns a page of the user's Pins whose title, description and alt text have all words, ordered by id. The last page with items has a bookmark too; the page after it is empty.",
    schema: { querystring: PinSearchQuery, response: { 200: PinPage } },
    handler: (request, reply) => {
      const { operation, query, world } = request
      const ownerId = actorOf(request)
      const filters = { ownerId, query: query.query }
      const page = requestedPage({ operation, query: { ...query, page_size: pinsOfPage } }, filters, ends)
      return replyWithPage(reply, page, searchPins(world.db, ownerId, query.query, page), foundPinText)
    },
  })

  app.operation('search_user_boards/get', {
    summary: 'Search for boards',
    description:
      "Returns a page of the user's boards whose name and description have all words, ordered by id. The last page with items has a bookmark too; the page after it is empty.",
    schema: { querystring: BoardSearchQuery, response: { 200: BoardPage } },
    handler: (request, reply) => {
      const { query = '' } = request.query
      const ownerId = actorOf(request)
      const page = requestedPage(request, { ownerId, query }, ends)
      return replyWithPage(reply, page, searchBoards(request.world.db, ownerId, query, page), foundBoardText)
    },
  })

  app.operation('search_partner_pins', {
    summary: 'Search for public Pins',
    description:
      'Returns a page of public Pins of all users of this world whose title, description and alt text have all words, ordered by id.',
    schema: { querystring: PartnerPinSearchQuery, response: { 200: SummaryPinPage } },
    handler: ({ operation, query, world }, reply) => {
      const { term, limit, bookmark, country_code: country } = query
      world.rules.assert(searchRules, { country })
      const page = requestedPage({ operation, query: { page_size: limit, bookmark } }, { term }, ends)
      return replyWithPage(reply, page, searchPublicPins(world.db, term, page), summaryPinText)
    },
  })
}
