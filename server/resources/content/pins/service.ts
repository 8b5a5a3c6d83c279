import { defaultUser } from '#server/domain/access/user.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { userOf } from '#server/resources/accounts/users/service.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { boardSectionErrors } from '../board-sections/resource.ts'
import { requireBoardSection } from '../board-sections/service.ts'
import { touchBoard } from '../boards/repository.ts'
import { ownBoard } from '../boards/service.ts'
import { mediaTable } from '../media/repository.ts'
import { mediaStatus } from '../media/service.ts'
import { changedPin, domainOf, newPin, type Place } from './entity.ts'
import { mediaOf } from './image-variants.ts'
import type { PinMedia, PinMediaSource } from './media-schema.ts'
import { ownPin, visiblePin } from './pin-access.ts'
import { type PinRow, pinTable } from './repository.ts'
import { pinIdRange } from './resource.ts'
import { pinCreateRules, pinUpdateRules } from './rules.ts'
import type { PinCreate, PinSave, PinUpdate, StoredPin } from './schema.ts'
import { answeredText, storedText } from './stored.ts'

/** The owner of a new Pin, by default the first user, and whether ads may promote it. */
export interface PinOrigin {
  readonly ownerId?: string
  readonly isPromotable?: boolean
}

/** Creates a Pin; throws when its board or the Pin that it is saved from is unknown, or a rule refuses it. */
export function createPin(world: World, item: PinCreate, origin: PinOrigin = {}): PinRow {
  const { ownerId = defaultUser.id, isPromotable = true } = origin
  const place = placeOf(world, ownerId, item.board_id ?? null, item.board_section_id ?? null)
  const parent = item.parent_pin_id == null ? undefined : contentOf(visiblePin(world, ownerId, item.parent_pin_id))
  const source = item.media_source ?? null
  world.rules.assert(pinCreateRules, {
    source,
    parentMedia: parent?.media,
    videoStatus: () => videoStatusOf(world, source),
    isSandbox: world.target.profile === 'sandbox',
  })
  const media = found(
    source === null || source.source_type === 'pin_url' ? parent?.media : mediaOf(source),
    'request.schema',
    { detail: 'media_source' },
  )
  return storePin(world, item, { ownerId, place, media, isPromotable })
}

/** Saves a Pin to a user's board as a new Pin; throws when the Pin, board or section does not exist. */
export function savePin(world: World, ownerId: string, id: string, { board_id, board_section_id }: PinSave): PinRow {
  const saved = visiblePin(world, ownerId, id)
  const { title, description, link, alt_text, dominant_color, ai_disclosures, media } = contentOf(saved)
  const item = { title, description, link, alt_text, dominant_color, ai_disclosures, parent_pin_id: id }
  const place = placeOf(world, ownerId, board_id ?? null, board_section_id ?? null)
  return storePin(world, item, { ownerId, place, media, isPromotable: saved.is_promotable === 1 })
}

/** Changes a user's Pin; throws when the user has no Pin, board or section with the id, or a rule refuses it. */
export function changePin(world: World, ownerId: string, id: string, item: PinUpdate): PinRow {
  const stored = ownPin(world, ownerId, id)
  const before = contentOf(stored)
  const boardId = item.board_id ?? stored.board_id
  const stays = boardId === stored.board_id && item.board_section_id === undefined
  const place = placeOf(world, ownerId, boardId, stays ? stored.board_section_id : (item.board_section_id ?? null))
  const images = before.media.media_type === 'multiple_images' ? before.media.items.length : 0
  world.rules.assert(pinUpdateRules, { slots: item.carousel_slots?.length ?? 0, images })
  const after = changedPin(before, item, place)
  const content = { json: storedText(after), domain: domainOf(after.link) }
  const row = pinTable.update(world.db, { ...stored, ...place, ...content })
  touchBoards(world, [stored.board_id, row.board_id])
  return row
}

/** Deletes a user's Pin; throws when the user has none with the id. */
export function deletePin(world: World, ownerId: string, id: string): void {
  const { board_id } = ownPin(world, ownerId, id)
  pinTable.remove(world.db, id)
  touchBoards(world, [board_id])
}

interface Made {
  readonly ownerId: string
  readonly place: Place
  readonly media: PinMedia
  readonly isPromotable: boolean
}

function storePin(world: World, item: PinCreate, { ownerId, place, media, isPromotable }: Made): PinRow {
  const seq = pinTable.nextSequence(world.db)
  const owner = userOf(world, ownerId)
  const pin = newPin(item, { id: idOf(pinIdRange, seq), owner, now: world.clock.milliseconds(), place, media })
  const row = pinTable.insert<PinRow>(world.db, {
    seq,
    id: pin.id,
    ...place,
    creative_type: pin.creative_type,
    is_repin: pin.parent_pin_id === null ? 0 : 1,
    has_been_promoted: 0,
    is_promotable: isPromotable ? 1 : 0,
    json: storedText(pin),
    owner_id: ownerId,
    domain: domainOf(pin.link),
    product_tags: null,
  })
  touchBoards(world, [place.board_id])
  return row
}

function placeOf(world: World, ownerId: string, boardId: string | null, sectionId: string | null): Place {
  if (boardId === null) {
    if (sectionId !== null) throw new ApiError(boardSectionErrors['board_section.path'])
    return { board_id: null, board_section_id: null, privacy: 'PUBLIC' }
  }
  const board = ownBoard(world, ownerId, boardId)
  const section = sectionId === null ? null : requireBoardSection(world, board, sectionId).id
  return { board_id: board.id, board_section_id: section, privacy: board.privacy }
}

function videoStatusOf(world: World, source: PinMediaSource | null): string | undefined {
  const video = source?.source_type === 'video_id' ? mediaTable.find(world.db, source.media_id) : undefined
  return video && mediaStatus(video, progressOf(world, 'media'))
}

function touchBoards({ db, clock }: World, ids: readonly (string | null)[]): void {
  for (const id of ids) if (id !== null) touchBoard(db, id, clock.milliseconds())
}

const contentOf = ({ json }: PinRow): StoredPin => JSON.parse(answeredText(json))
