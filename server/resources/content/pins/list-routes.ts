import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { BoardSectionPath } from '../board-sections/schema.ts'
import { requireBoardSection } from '../board-sections/service.ts'
import { BoardPath } from '../boards/schema.ts'
import { requireBoard } from '../boards/service.ts'
import { listBoardPins, listPins, listSectionPins } from './repository.ts'
import { BoardPinsQuery, PinListQuery, PinPage, SectionPinsQuery } from './schema.ts'
import { pinText } from './serialize.ts'

/** Adds the lists of Pins: of a user, of a board and of a section. */
export function pinListRoutes(app: Operations): void {
  app.operation('pins/list', {
    summary: 'List Pins',
    description:
      'A page of the Pins of the user, by id. Those on PROTECTED boards only when asked for. The last page that has any still has a bookmark: an empty page follows.',
    schema: { querystring: PinListQuery, response: { 200: PinPage } },
    handler: (request, reply) => {
      const { query, world } = request
      const { pin_metrics, page_size, bookmark, ...sentFilters } = query
      const { pin_filter, include_protected_pins = false, pin_type, creative_types, domain, domains } = sentFilters
      const ownerId = actorOf(request)
      const filters = { pin_filter, include_protected_pins, pin_type, creative_types, domain, domains }
      const page = requestedPage(request, { ...filters, ownerId }, 'with an empty page')
      const rows = listPins(world.db, ownerId, filters, page)
      return replyWithPage(reply, page, rows, (row) => pinText(row, pin_metrics))
    },
  })

  app.operation('boards/list_pins', {
    summary: 'List the Pins of a board',
    description: 'A page of them, by id, with those in its sections.',
    schema: { params: BoardPath, querystring: BoardPinsQuery, response: { 200: PinPage } },
    handler: (request, reply) => {
      const { params, query, world } = request
      const { board_id } = params
      const { creative_types, pin_metrics } = query
      const page = requestedPage(request, { board_id, creative_types })
      const { id } = requireBoard(world, actorOf(request), board_id)
      const rows = listBoardPins(world.db, id, creative_types, page)
      return replyWithPage(reply, page, rows, (row) => pinText(row, pin_metrics))
    },
  })

  app.operation('board_sections/list_pins', {
    summary: 'List the Pins of a section',
    description: 'A page of them, by id.',
    schema: { params: BoardSectionPath, querystring: SectionPinsQuery, response: { 200: PinPage } },
    handler: (request, reply) => {
      const { params, world } = request
      const { board_id, section_id } = params
      const page = requestedPage(request, { section_id })
      const { id } = requireBoardSection(world, requireBoard(world, actorOf(request), board_id), section_id)
      const rows = listSectionPins(world.db, id, page)
      return replyWithPage(reply, page, rows, (row) => pinText(row))
    },
  })
}
