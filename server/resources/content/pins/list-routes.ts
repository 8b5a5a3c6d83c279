import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { BoardSectionPath } from '../board-sections/schema.ts'
import { requireBoardSection } from '../board-sections/service.ts'
import { BoardPath } from '../boards/schema.ts'
import { requireBoard } from '../boards/service.ts'
import { BoardPinsQuery, PinListQuery, PinPage, SectionPinsQuery } from './list-schema.ts'
import { listBoardPins, listPins, listSectionPins } from './repository.ts'
import { pinText } from './serialize.ts'

/** Adds the lists of Pins: of a user, of a board and of a section. */
export function pinListRoutes(app: Operations): void {
  app.operation('pins/list', {
    summary: 'List Pins',
    description:
      "Returns a page of the user's Pins, ordered by id. Pins on PROTECTED boards are left out unless include_protected_pins is true. The last page with items has a bookmark too; the page after it is empty.",
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
    description: "Returns a page of the board's Pins, ordered by id. Pins in sections are included.",
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
    description: "Returns a page of the section's Pins, ordered by id.",
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
