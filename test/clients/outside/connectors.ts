import { type OutsideClient, python, pythonOf } from './client.ts'

/** Connectors that move data, and clients of schedulers and of agents. */
export const connectors: readonly OutsideClient[] = [
  {
    client: 'airbyte-source-pinterest',
    version: '2.1.12',
    language: 'Python',
    exercised: 'check, discovery, a read of all 32 streams, each compared with the API',
    needs: ['python3'],
    commands: python('airbyte_source.py', 'airbyte-source-pinterest==2.1.12'),
    surprises: [
      'The rule `report.items.no-ad-columns` is off: it asks for columns of ads in reports of product items, and repeats each 400 for four minutes an account',
      'It runs one report at a time, and waits 5 seconds between looks',
      'It makes ids of reports into floating-point numbers, which those of Pins do not fit',
      'With a `start_date`, it reads figures of those campaigns alone that were changed since',
    ].join('. '),
  },
  {
    client: 'airbyte-agent-pinterest',
    version: '0.1.17',
    language: 'Python',
    exercised: 'its check, an ad account, each of its 14 lists page by page, compared with the API',
    needs: ['python3.13'],
    commands: pythonOf('python3.13', 'airbyte_agent.py', 'airbyte-agent-pinterest==0.1.17'),
  },
  {
    client: 'marqetive-lib',
    version: '0.44.6',
    language: 'Python',
    exercised: 'Pins with one picture and several, boards, saves, figures of the account and of Pins',
    needs: ['python3.13'],
    commands: pythonOf('python3.13', 'marqetive_client.py', 'marqetive-lib==0.44.6'),
    explained: { 'a Pin is changed': 'It sends POST, where the API has PATCH' },
  },
  {
    client: 'MeltanoLabs/tap-pinterest',
    version: '1528e4f',
    language: 'Python',
    exercised: 'a Singer tap: discovery, a sync of all streams, each record by its schema',
    needs: ['python3'],
    variables: ['TAP_PINTEREST'],
    commands: python('singer_tap.py', 'singer-sdk[faker]~=0.53.6', 'requests~=2.33.0', 'jsonschema'),
  },
]
