import type { ProbeAct, ProbeCall, ProbeCase, ProbeStep } from '../probe-case.ts'

/** Boards are secret, so that nobody sees what a probe makes. */
const board = (name: string): ProbeCall => ({
  operation: 'boards/create',
  body: { name: `{{name ${name}}}`, privacy: 'SECRET' },
})
const trails: ProbeStep = { as: 'trails', ...board('Trails') }
const renaming = (id: string, name: string): ProbeCall => ({
  operation: 'boards/update',
  params: { board_id: id },
  body: { name: `{{name ${name}}}` },
})
const section = (name: string): ProbeCall => ({
  operation: 'board_sections/create',
  params: { board_id: '{{trails.id}}' },
  body: { name },
})
const dayHikes: ProbeStep = { as: 'dayHikes', ...section('Day hikes') }
const renamingSection = (section_id: string): ProbeCall => ({
  operation: 'board_sections/update',
  params: { board_id: '{{trails.id}}', section_id },
  body: { name: 'Day hikes' },
})
const withTrails = (...steps: readonly ProbeStep[]): Pick<ProbeAct, 'setup'> => ({ setup: [trails, ...steps] })

/** Boards and their sections. */
export const boardCases: readonly ProbeCase[] = [
  {
    rule: 'board.create.name-taken',
    refused: { ...withTrails(), ...board('TRAILS') },
    passes: { ...withTrails(), ...board('Trail') },
  },
  {
    rule: 'board.update.name-taken',
    refused: { ...withTrails({ as: 'peaks', ...board('Peaks') }), ...renaming('{{peaks.id}}', 'Trails') },
    passes: { ...withTrails(), ...renaming('{{trails.id}}', 'trails') },
  },
  {
    rule: 'board_section.create.name-taken',
    refused: { ...withTrails(dayHikes), ...section('Day hikes') },
    passes: { ...withTrails(dayHikes), ...section('day hikes') },
  },
  {
    rule: 'board_section.update.name-taken',
    refused: {
      ...withTrails(dayHikes, { as: 'walks', ...section('Long walks') }),
      ...renamingSection('{{walks.id}}'),
    },
    passes: { ...withTrails(dayHikes), ...renamingSection('{{dayHikes.id}}') },
  },
]
