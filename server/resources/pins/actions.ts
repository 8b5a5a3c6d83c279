import { idOf } from '../../domain/ids.ts'
import { Problem } from '../../domain/problems.ts'
import type { World } from '../../world.ts'
import { knownBoardSection } from '../board-sections/actions.ts'
import { knownBoard } from '../boards/actions.ts'
import { touchBoard } from '../boards/repository.ts'
import { mediaStatus } from '../media/actions.ts'
import { findMedia } from '../media/repository.ts'
import { changedPin, newPin, type Place } from './entity.ts'
import type { PinMedia, PinMediaSource } from './media-schema.ts'
import { mediaOf } from './pictures.ts'
import { findPin, insertPin, nextPinSequence, type PinRow, removePin, updatePin } from './repository.ts'
import { pinCreateRules, pinUpdateRules } from './rules.ts'
import type { PinCreate, PinSave, PinUpdate, StoredPin } from './schema.ts'

/** The Pin of that id, which a call names; throws 404 where this world has none. */
export function knownPin(world: World, id: string): PinRow {
  const row = findPin(world.db, id)
  if (row === undefined) throw new Problem('pin.path')
  return row
}

/** Creates a Pin; throws when its board or the Pin that it is saved from is unknown, or a rule refuses it. */
export function createPin(world: World, item: PinCreate, isPromotable = true): PinRow {
  const place = placeOf(world, item.board_id ?? null, item.board_section_id ?? null)
  const parent = item.parent_pin_id == null ? undefined : contentOf(knownPin(world, item.parent_pin_id))
  const source = item.media_source ?? null
  world.rules.demand(pinCreateRules, {
    source,
    parentMedia: parent?.media,
    videoStatus: () => videoStatusOf(world, source),
  })
  const media = source === null || source.source_type === 'pin_url' ? parent?.media : mediaOf(source)
  if (media === undefined) throw new Problem('request.schema', { detail: 'media_source' })
  return storePin(world, item, { place, media, isPromotable })
}

/** Saves a Pin to a board as a new one; throws when there is no such Pin, board or section. */
export function savePin(world: World, id: string, { board_id, board_section_id }: PinSave): PinRow {
  const saved = knownPin(world, id)
  const { title, description, link, alt_text, dominant_color, media } = contentOf(saved)
  const item = { title, description, link, alt_text, dominant_color, parent_pin_id: id }
  const place = placeOf(world, board_id ?? null, board_section_id ?? null)
  return storePin(world, item, { place, media, isPromotable: saved.is_promotable === 1 })
}

/** Changes a Pin; throws when there is no such Pin, board or section, or a rule refuses it. */
export function changePin(world: World, id: string, item: PinUpdate): PinRow {
  const stored = knownPin(world, id)
  const before = contentOf(stored)
  const boardId = item.board_id ?? stored.board_id
  const stays = boardId === stored.board_id && item.board_section_id === undefined
  const place = placeOf(world, boardId, stays ? stored.board_section_id : (item.board_section_id ?? null))
  const images = before.media.media_type === 'multiple_images' ? before.media.items.length : 0
  world.rules.demand(pinUpdateRules, { slots: item.carousel_slots?.length ?? 0, images })
  const row: PinRow = { ...stored, ...place, json: JSON.stringify(changedPin(before, item, place)) }
  updatePin(world.db, row)
  touchBoards(world, [stored.board_id, row.board_id])
  return row
}

/** Deletes a Pin; throws when there is none. */
export function deletePin(world: World, id: string): void {
  const { board_id } = knownPin(world, id)
  removePin(world.db, id)
  touchBoards(world, [board_id])
}

interface Made {
  readonly place: Place
  readonly media: PinMedia
  readonly isPromotable: boolean
}

function storePin(world: World, item: PinCreate, { place, media, isPromotable }: Made): PinRow {
  const seq = nextPinSequence(world.db)
  const pin = newPin(item, { id: idOf('pin', seq), now: world.clock.milliseconds(), place, media })
  const row: PinRow = {
    seq,
    id: pin.id,
    ...place,
    creative_type: pin.creative_type,
    is_repin: pin.parent_pin_id === null ? 0 : 1,
    has_been_promoted: 0,
    is_promotable: isPromotable ? 1 : 0,
    json: JSON.stringify(pin),
  }
  insertPin(world.db, row)
  touchBoards(world, [place.board_id])
  return row
}

function placeOf(world: World, boardId: string | null, sectionId: string | null): Place {
  if (boardId === null) {
    if (sectionId !== null) throw new Problem('board_section.path')
    return { board_id: null, board_section_id: null, privacy: 'PUBLIC' }
  }
  const { id, privacy } = knownBoard(world, boardId)
  const section = sectionId === null ? null : knownBoardSection(world, id, sectionId).id
  return { board_id: id, board_section_id: section, privacy }
}

function videoStatusOf(world: World, source: PinMediaSource | null): string | undefined {
  const video = source?.source_type === 'video_id' ? findMedia(world.db, source.media_id) : undefined
  return video && mediaStatus(video, world)
}

function touchBoards({ db, clock }: World, ids: readonly (string | null)[]): void {
  for (const id of ids) if (id !== null) touchBoard(db, id, clock.milliseconds())
}

const contentOf = ({ json }: PinRow): StoredPin => JSON.parse(json)
