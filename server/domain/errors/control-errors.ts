import type { ApiErrorEntry } from './entry.ts'

/** The errors of test control, none of which the real service has. */
export const controlErrors = {
  'control.path': entry(404, 'Test control has no such call'),
  'control.method': entry(405, 'Test control has no such call with this method'),
  'control.world': entry(404, 'There is no world of this name'),
  'control.world-taken': entry(409, 'There is a world of this name'),
  'control.snapshot': entry(404, 'There is no snapshot of this name'),
  'control.snapshots': entry(503, 'This server has too many snapshots'),
  'control.snapshot-refused': entry(409, 'The snapshot is refused'),
  'control.not-all': entry(507, 'It was not done to all worlds'),
  'control.state': entry(400, 'The state is refused'),
  'control.origin': entry(
    403,
    'Test control is for this machine, and for the hosts and origins of --control-origins and --public-url',
  ),
  'control.token': entry(401, 'Test control wants its token as x-mock-token'),
  'control.seed': entry(400, 'The seed is refused'),
  'control.kind': entry(404, 'There is no such kind of entity'),
  'control.entity': entry(404, 'There is no entity of this id'),
  'control.edit': entry(400, 'The entity cannot be changed so'),
  'control.rule': entry(400, 'The rule cannot be changed so'),
  'control.journal': entry(409, 'The journal is switched off'),
  'control.search': entry(
    400,
    'The bodies of these requests are too long to be looked through in one call: name an operation, a path or since',
  ),
  'control.waits': entry(503, 'Too many wait for requests of this world'),
  'control.listeners': entry(503, 'Too many watch events'),
  'control.match': entry(400, 'No call can match'),
  'control.forgotten': entry(409, 'The journal has forgotten requests that may matter'),
  'control.unverified': entry(422, 'The requests are not as expected'),
  'control.threshold': entry(422, 'The report does not pass'),
  'control.fault': entry(404, 'There is no fault of this id'),
  'control.fault-taken': entry(409, 'There is a fault of this id'),
  'control.fault-refused': entry(400, 'The fault is refused'),
  'control.preset': entry(404, 'There is no failure of this name'),
  'control.stub': entry(404, 'There is no stub of this id'),
  'control.stub-taken': entry(409, 'There is a stub of this id'),
  'control.stub-refused': entry(400, 'The stub is refused'),
  'control.scenario': entry(404, 'No stub has this scenario'),
  'control.request': entry(404, 'The journal has no request of this id'),
  'control.authority': entry(
    404,
    'This server has signed no certificate: start it with --https-port, and without --https-certificate',
  ),
} as const satisfies Record<string, ApiErrorEntry>

function entry(status: number, message: string): ApiErrorEntry {
  return { status, code: 1, message, evidence: 'assumed', source: 'a decision of this project' }
}
