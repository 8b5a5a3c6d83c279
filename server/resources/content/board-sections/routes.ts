import type { z } from 'zod'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { NoContent, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { type ActorRequest, actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { ActorQuery, BoardPath } from '../boards/schema.ts'
import { ownBoard, requireBoard } from '../boards/service.ts'
import { type BoardSectionRow, listBoardSections } from './repository.ts'
import {
  BoardSection,
  BoardSectionContent,
  BoardSectionListQuery,
  BoardSectionPage,
  BoardSectionPath,
} from './schema.ts'
import { boardSectionText } from './serialize.ts'
import { changeBoardSection, createBoardSection, deleteBoardSection, requireBoardSection } from './service.ts'

/** Adds the operations on sections of boards. */
export function boardSectionRoutes(app: Operations): void {
  app.operation('board_sections/list', {
    summary: 'List the sections of a board',
    description: "Returns a page of the board's sections, ordered by id.",
    schema: { params: BoardPath, querystring: BoardSectionListQuery, response: { 200: BoardSectionPage } },
    handler: (request, reply) => {
      const { params, world } = request
      const page = requestedPage(request, params)
      const { id } = requireBoard(world, actorOf(request), params.board_id)
      const rows = listBoardSections(world.db, id, page)
      return replyWithPage(reply, page, rows, boardSectionText)
    },
  })

  app.operation('board_sections/create', {
    summary: 'Create a section of a board',
    description: 'Creates a section. Its name must be unique within the board.',
    schema: {
      params: BoardPath,
      querystring: ActorQuery,
      body: BoardSectionContent,
      response: { 200: BoardSection },
    },
    handler: (request, reply) => {
      const { params, body, world } = request
      const board = ownBoard(world, actorOf(request), params.board_id)
      const row = world.write(() => createBoardSection(world, board, body.name))
      return sendJson(reply, boardSectionText(row))
    },
  })

  app.operation('board_sections/update', {
    summary: 'Rename a section of a board',
    description: 'Renames a section. Its name must be unique within the board.',
    schema: {
      params: BoardSectionPath,
      querystring: ActorQuery,
      body: BoardSectionContent,
      response: { 200: BoardSection },
    },
    handler: (request, reply) => {
      const { body, world } = request
      const section = sectionNamedBy(request)
      const row = world.write(() => changeBoardSection(world, section, body.name))
      return sendJson(reply, boardSectionText(row))
    },
  })

  app.operation('board_sections/delete', {
    summary: 'Delete a section of a board',
    description: 'Deletes a section with its Pins.',
    schema: { params: BoardSectionPath, querystring: ActorQuery, response: { 204: NoContent } },
    handler: (request, reply) => {
      const { world } = request
      const section = sectionNamedBy(request)
      world.write(() => deleteBoardSection(world, section))
      return sendNothing(reply)
    },
  })
}

type SectionRequest = ActorRequest & { readonly params: z.output<typeof BoardSectionPath> }

function sectionNamedBy(request: SectionRequest): BoardSectionRow {
  const { world, params } = request
  return requireBoardSection(world, ownBoard(world, actorOf(request), params.board_id), params.section_id)
}
