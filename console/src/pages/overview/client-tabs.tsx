import { useState } from 'preact/hooks'
import { CopyButton } from '../../ui/copy-button.tsx'
import { JsonView } from '../../ui/json-view.tsx'
import { Tabs } from '../../ui/tabs.tsx'

const examples: Readonly<Record<string, (baseUrl: string, token: string) => string>> = {
  curl: (baseUrl, token) => `curl -s '${baseUrl}/ad_accounts' -H 'Authorization: Bearer ${token}'`,
  JavaScript: (baseUrl, token) =>
    [
      `const response = await fetch('${baseUrl}/ad_accounts', {`,
      `  headers: { authorization: 'Bearer ${token}' },`,
      '})',
      'console.log((await response.json()).items)',
    ].join('\n'),
  Python: (baseUrl, token) =>
    [
      'import requests',
      '',
      `response = requests.get('${baseUrl}/ad_accounts', headers={'Authorization': 'Bearer ${token}'})`,
      "print(response.json()['items'])",
    ].join('\n'),
  Go: (baseUrl, token) =>
    [
      `request, _ := http.NewRequest("GET", "${baseUrl}/ad_accounts", nil)`,
      `request.Header.Set("Authorization", "Bearer ${token}")`,
      'response, err := http.DefaultClient.Do(request)',
    ].join('\n'),
  PHP: (baseUrl, token) =>
    [
      `$curl = curl_init('${baseUrl}/ad_accounts');`,
      `curl_setopt($curl, CURLOPT_HTTPHEADER, ['Authorization: Bearer ${token}']);`,
      'curl_exec($curl);',
    ].join('\n'),
}

/** A first call in several languages. */
export function ClientTabs({ baseUrl, token }: { baseUrl: string; token: string }) {
  const [language, setLanguage] = useState('curl')
  const text = examples[language]?.(baseUrl, token) ?? ''
  return (
    <Tabs label="Languages" names={Object.keys(examples)} shown={language} choose={setLanguage}>
      <JsonView value={text} label={`A call in ${language}`} />
      <p class="actions">
        <CopyButton text={text} />
      </p>
    </Tabs>
  )
}
