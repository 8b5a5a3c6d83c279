import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { NoContent, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { listBoards } from './repository.ts'
import {
  ActorQuery,
  Board,
  BoardCreate,
  BoardListQuery,
  BoardPage,
  BoardPath,
  type BoardPrivacy,
  BoardUpdate,
  boardPrivacies,
} from './schema.ts'
import { boardText } from './serialize.ts'
import { boardForResponse, changeBoard, createBoard, deleteBoard } from './service.ts'

/** Adds the operations on boards. */
export function boardRoutes(app: Operations): void {
  app.operation('boards/list', {
    summary: 'List boards',
    description: "Returns a page of the user's boards, ordered by id.",
    schema: { querystring: BoardListQuery, response: { 200: BoardPage } },
    handler: (request, reply) => {
      const { privacy = 'ALL' } = request.query
      const ownerId = actorOf(request)
      const page = requestedPage(request, { privacy, ownerId })
      const rows = listBoards(request.world.db, ownerId, privaciesOf(privacy), page)
      return replyWithPage(reply, page, rows, boardText)
    },
  })

  app.operation('boards/create', {
    summary: 'Create a board',
    description: 'Creates a board. Board names are unique per user, ignoring case.',
    schema: { querystring: ActorQuery, body: BoardCreate, response: { 200: Board } },
    handler: (request, reply) => {
      const { body, world } = request
      const ownerId = actorOf(request)
      const board = world.write(() => createBoard(world, body, ownerId))
      return sendJson(reply, boardText(board))
    },
  })

  app.operation('boards/get', {
    summary: 'Get a board',
    description: 'Returns one board of the user, whatever its privacy.',
    schema: { params: BoardPath, querystring: ActorQuery, response: { 200: Board } },
    handler: (request, reply) => {
      const { params, world } = request
      const ownerId = actorOf(request)
      return sendJson(reply, boardText(boardForResponse(world, ownerId, params.board_id)))
    },
  })

  app.operation('boards/update', {
    summary: 'Update a board',
    description: 'Changes the fields that are sent. Pins take the privacy of their board.',
    schema: { params: BoardPath, querystring: ActorQuery, body: BoardUpdate, response: { 200: Board } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const ownerId = actorOf(request)
      const board = world.write(() => changeBoard(world, ownerId, params.board_id, body))
      return sendJson(reply, boardText(board))
    },
  })

  app.operation('boards/delete', {
    summary: 'Delete a board',
    description: 'Deletes a board with its sections and Pins. PROTECTED boards cannot be deleted.',
    schema: { params: BoardPath, querystring: ActorQuery, response: { 204: NoContent } },
    handler: (request, reply) => {
      const { params, world } = request
      const ownerId = actorOf(request)
      world.write(() => deleteBoard(world, ownerId, params.board_id))
      return sendNothing(reply)
    },
  })
}

function privaciesOf(filter: BoardPrivacy | 'ALL' | 'PUBLIC_AND_SECRET'): readonly BoardPrivacy[] {
  if (filter === 'ALL') return boardPrivacies
  return filter === 'PUBLIC_AND_SECRET' ? ['PUBLIC', 'SECRET'] : [filter]
}
