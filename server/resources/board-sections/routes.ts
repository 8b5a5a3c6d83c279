import type { FastifyInstance } from 'fastify'
import { pageText, sequenceOf } from '../../http/page.ts'
import { NoContent, sendJson, sendNothing } from '../../http/replies.ts'
import { requireActor } from '../ad-accounts/actions.ts'
import { knownBoard } from '../boards/actions.ts'
import { ActorQuery, BoardPath } from '../boards/schema.ts'
import { changeBoardSection, createBoardSection, deleteBoardSection, knownBoardSection } from './actions.ts'
import { boardSectionText } from './present.ts'
import { listBoardSections } from './repository.ts'
import {
  BoardSection,
  BoardSectionContent,
  BoardSectionListQuery,
  BoardSectionPage,
  BoardSectionPath,
} from './schema.ts'

/** Adds the operations on sections of boards. */
export function boardSectionRoutes(app: FastifyInstance): void {
  app.operation('board_sections/list', {
    summary: 'List the sections of a board',
    description: 'A page of them, by id.',
    schema: { params: BoardPath, querystring: BoardSectionListQuery, response: { 200: BoardSectionPage } },
    handler: ({ params: { board_id }, query: { ad_account_id, page_size, bookmark }, world }, reply) => {
      const list = { operation: 'board_sections/list', filters: { board_id }, page_size, bookmark }
      const after = sequenceOf(list)
      requireActor(world, ad_account_id)
      const rows = listBoardSections(world.db, knownBoard(world, board_id).id, { after, limit: page_size + 1 })
      return sendJson(reply, pageText(list, rows, boardSectionText))
    },
  })

  app.operation('board_sections/create', {
    summary: 'Create a section of a board',
    description: 'No two sections of a board have one name.',
    schema: {
      params: BoardPath,
      querystring: ActorQuery,
      body: BoardSectionContent,
      response: { 201: BoardSection },
    },
    handler: ({ params, query, body, world }, reply) => {
      requireActor(world, query.ad_account_id)
      const row = world.write(() => createBoardSection(world, params.board_id, body.name))
      return sendJson(reply.code(201), boardSectionText(row))
    },
  })

  app.operation('board_sections/update', {
    summary: 'Rename a section of a board',
    description: 'No two sections of a board have one name.',
    schema: {
      params: BoardSectionPath,
      querystring: ActorQuery,
      body: BoardSectionContent,
      response: { 200: BoardSection },
    },
    handler: ({ params: { board_id, section_id }, query, body, world }, reply) => {
      requireActor(world, query.ad_account_id)
      const row = world.write(() => changeBoardSection(world, board_id, section_id, body.name))
      return sendJson(reply, boardSectionText(row))
    },
  })

  app.operation('board_sections/delete', {
    summary: 'Delete a section of a board',
    description: 'With its Pins.',
    schema: { params: BoardSectionPath, querystring: ActorQuery, response: { 204: NoContent } },
    handler: ({ params: { board_id, section_id }, query, world }, reply) => {
      requireActor(world, query.ad_account_id)
      const section = knownBoardSection(world, board_id, section_id)
      world.write(() => deleteBoardSection(world, section))
      return sendNothing(reply)
    },
  })
}
