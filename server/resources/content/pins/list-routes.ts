import { type ListRequest, pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { BoardSectionPath } from '../board-sections/schema.ts'
import { knownBoardSection } from '../board-sections/service.ts'
import { BoardPath } from '../boards/schema.ts'
import { knownBoard } from '../boards/service.ts'
import { listBoardPins, listPins, listSectionPins } from './repository.ts'
import { BoardPinsQuery, PinListQuery, PinPage, SectionPinsQuery } from './schema.ts'
import { pinText } from './serialize.ts'

/** Adds the lists of Pins: all of the user, of a board, of a section. */
export function pinListRoutes(app: Operations): void {
  app.operation('pins/list', {
    summary: 'List Pins',
    description:
      'A page of the Pins of the user, by id. Those on PROTECTED boards only when asked for. The last page that has any still has a bookmark: an empty page follows.',
    schema: { querystring: PinListQuery, response: { 200: PinPage } },
    handler: (request, reply) => {
      const { query, world } = request
      const { pin_metrics, page_size, bookmark, ...asked } = query
      const { pin_filter, include_protected_pins = false, pin_type, creative_types, domain, domains } = asked
      const ownerId = actorOf(request)
      const filters = { pin_filter, include_protected_pins, pin_type, creative_types, domain, domains }
      const list: ListRequest = {
        operation: 'pins/list',
        filters: { ...filters, ownerId },
        page_size,
        bookmark,
        ends: 'with an empty page',
      }
      const after = sequenceOf(list)
      const rows = listPins(world.db, ownerId, filters, { after, limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, (row) => pinText(row, pin_metrics)),
      )
    },
  })

  app.operation('boards/list_pins', {
    summary: 'List the Pins of a board',
    description: 'A page of them, by id, with those in its sections.',
    schema: { params: BoardPath, querystring: BoardPinsQuery, response: { 200: PinPage } },
    handler: (request, reply) => {
      const { params, query, world } = request
      const { board_id } = params
      const { creative_types, pin_metrics, page_size, bookmark } = query
      const list = { operation: 'boards/list_pins', filters: { board_id, creative_types }, page_size, bookmark }
      const after = sequenceOf(list)
      const ownerId = actorOf(request)
      const { id } = knownBoard(world, ownerId, board_id)
      const rows = listBoardPins(world.db, id, creative_types, { after, limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, (row) => pinText(row, pin_metrics)),
      )
    },
  })

  app.operation('board_sections/list_pins', {
    summary: 'List the Pins of a section',
    description: 'A page of them, by id.',
    schema: { params: BoardSectionPath, querystring: SectionPinsQuery, response: { 200: PinPage } },
    handler: (request, reply) => {
      const { params, query, world } = request
      const { board_id, section_id } = params
      const { page_size, bookmark } = query
      const list = { operation: 'board_sections/list_pins', filters: { section_id }, page_size, bookmark }
      const after = sequenceOf(list)
      const ownerId = actorOf(request)
      const { id } = knownBoardSection(world, knownBoard(world, ownerId, board_id), section_id)
      const rows = listSectionPins(world.db, id, { after, limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, (row) => pinText(row)),
      )
    },
  })
}
