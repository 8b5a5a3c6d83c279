import { type OutsideClient, python } from './client.ts'
import { connectors } from './connectors.ts'
import { generatedClients } from './generated-clients.ts'
import { oauthClients } from './oauth-clients.ts'

/** Every client that `npm run clients` runs. */
export const outsideClients: readonly OutsideClient[] = [
  {
    client: 'pinterest-api-sdk',
    version: '0.2.7',
    language: 'Python',
    exercised: 'campaigns, ad groups, ads, keywords: creations, changes, lists, refusals',
    needs: ['python3'],
    commands: python('sdk_scenarios.py', 'pinterest-api-sdk==0.2.7'),
  },
  {
    client: 'pinterest-generated-client',
    version: '0.1.12',
    language: 'Python',
    exercised: 'ad accounts, campaigns, boards, Pins',
    needs: ['python3'],
    commands: python('generated_client.py', 'pinterest-generated-client==0.1.12'),
  },
  {
    client: 'pinterestsdk',
    version: '2.1.0',
    language: 'Python',
    exercised: 'every operation once, through its types',
    needs: ['python3'],
    commands: python('pinterestsdk_operations.py', 'pinterestsdk==2.1.0'),
    explained: {
      'pins/save': 'It expects 201 alone; saves were seen to answer 200',
      'feeds/create': 'It finds more than one type for a valid feed',
      'feeds/update': 'It finds more than one type for a valid feed',
      'feed_processing_results/list': 'It does not know COMPLETED_EARLY, which shops of the live service see',
      'items/post': 'It finds no type for a valid item',
      'bulk_upsert/create': 'It demands the ad account in each entity',
      'ad_account_countries/get': 'Its list of countries has FALSE in place of NO, Norway',
      create_asset_invites: 'It asks an enumeration for from_dict, which it has not',
      'asset_access_requests/create': 'It asks an enumeration for from_dict, which it has not',
    },
  },
  {
    client: 'arcane-pinterest',
    version: '2.4.1',
    language: 'Python',
    exercised: 'each of its methods: campaigns, accounts, a report, a refresh of the token',
    needs: ['python3'],
    commands: python('arcane_client.py', 'arcane-pinterest==2.4.1'),
  },
  {
    client: 'pinterest-mcp-docker',
    version: '0.2.6',
    language: 'Python',
    exercised: 'an MCP server over stdio: six of its tools',
    needs: ['python3'],
    commands: python('mcp_server.py', 'pinterest-mcp-docker==0.2.6'),
    explained: { get_trending: 'It calls GET /trends/keywords, which the API does not have' },
  },
  {
    client: 'woocommerce/pinterest-for-woocommerce',
    version: '1.4.10',
    language: 'PHP',
    exercised: 'its API and feed classes: a shop from its website to its feed',
    needs: ['php'],
    variables: ['PINTEREST_FOR_WOOCOMMERCE'],
    commands: ({ tests }) => [['php', `${tests}/php/woocommerce.php`]],
  },
  ...connectors,
  ...generatedClients,
  ...oauthClients,
]
