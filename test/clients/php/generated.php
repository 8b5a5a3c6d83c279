<?php

// Campaign work with the client that openapi-generator makes of openapi.json for PHP.

declare(strict_types=1);

use GuzzleHttp\Client;
use OpenAPI\Client\Api\AdAccountsApi;
use OpenAPI\Client\Api\CampaignsApi;
use OpenAPI\Client\Api\CatalogReportsApi;
use OpenAPI\Client\Api\OauthApi;
use OpenAPI\Client\Api\PinsApi;
use OpenAPI\Client\ApiException;
use OpenAPI\Client\Configuration;
use OpenAPI\Client\Model\CampaignCreate;
use OpenAPI\Client\Model\CampaignUpdate;

// Debian's Guzzle, and the generated classes, one in each file.
require 'GuzzleHttp/autoload.php';
spl_autoload_register(function (string $class): void {
    $path = getcwd() . '/client/lib/' . strtr(substr($class, strlen('OpenAPI\\Client\\')), '\\', '/') . '.php';
    if (str_starts_with($class, 'OpenAPI\\Client\\') && is_file($path)) {
        require $path;
    }
});

/** Prints whether a function returned true. */
function check(string $title, callable $isRight): void
{
    try {
        $problem = $isRight() ? null : 'found something else';
    } catch (Throwable $error) {
        $problem = preg_replace('/\s+/', ' ', $error->getMessage());
    }
    echo $problem === null ? "ok: $title\n" : "not ok: $title: $problem\n";
}

$account = getenv('AD_ACCOUNT_ID');
$configuration = (new Configuration())->setHost(getenv('API_BASE'))->setAccessToken('any-text');
// Its default is 1 and 0, which the API does not document.
Configuration::getDefaultConfiguration()->setBooleanFormatForQueryString(Configuration::BOOLEAN_FORMAT_STRING);
$campaigns = new CampaignsApi(new Client(), $configuration);
$valid = ['name' => 'Generated', 'objective_type' => 'AWARENESS', 'daily_spend_cap' => 5_000_000];

check('a batch has one valid and one refused item', function () use ($campaigns, $account, $valid) {
    $refused = ['name' => 'Both caps', 'lifetime_spend_cap' => 50_000_000] + $valid;
    $sent = [new CampaignCreate($valid), new CampaignCreate($refused)];
    [$created, $other] = $campaigns->campaignsCreate($account, $sent)->getItems();
    return ctype_digit($created->getData()->getId()) && count($other->getExceptions()) > 0;
});

$ids = [];
check('campaigns of two statuses are listed page by page', function () use ($campaigns, $account, &$ids) {
    $bookmark = null;
    do {
        $page = $campaigns->campaignsList($account, null, ['ACTIVE', 'PAUSED'], null, 2, $bookmark);
        foreach ($page->getItems() as $campaign) {
            $ids[] = $campaign->getId();
        }
        $bookmark = $page->getBookmark();
    } while ($bookmark !== null);
    return count($ids) > 2 && count(array_unique($ids)) === count($ids);
});

check('a campaign is paused', function () use ($campaigns, $account, &$ids) {
    $change = new CampaignUpdate(['id' => $ids[0], 'status' => 'PAUSED']);
    return $campaigns->campaignsUpdate($account, [$change])->getItems()[0]->getData()->getStatus() === 'PAUSED';
});

check('a report has a row', function () use ($configuration, $account) {
    $columns = ['SPEND_IN_DOLLAR', 'TOTAL_CLICKTHROUGH'];
    $api = new AdAccountsApi(new Client(), $configuration);
    // Texts, since it does not write a DateTime as a date.
    return count($api->adAccountAnalytics($account, getenv('START'), getenv('END'), $columns, 'TOTAL')) === 1;
});

check('Pins, with a union of media, are listed', function () use ($configuration) {
    $pins = (new PinsApi(new Client(), $configuration))->pinsList()->getItems();
    return count($pins) > 0 && $pins[0]->getMedia() !== null;
});

check('issues are counted by an object in the query', function () use ($configuration) {
    $report = ['catalog_type' => 'RETAIL', 'report' => ['report_type' => 'DISTRIBUTION_ISSUES']];
    $api = new CatalogReportsApi(new Client(), $configuration);
    // As JSON, since it does not write an object of its own into a query.
    return count($api->reportsStats(json_encode($report))->getItems()) > 0;
});

check('a campaign that is not there is an exception with 404', function () use ($campaigns, $account) {
    try {
        $campaigns->campaignsGet($account, '123123123123');
        return false;
    } catch (ApiException $error) {
        return $error->getCode() === 404;
    }
});

check('a token is issued by a form', function () {
    $app = (new Configuration())->setHost(getenv('API_BASE'))->setUsername('app')->setPassword('secret');
    $api = new OauthApi(new Client(), $app);
    return $api->oauthToken('client_credentials', null, null, null, 'ads:read')->getAccessToken() !== '';
});
