<?php
/**
 * A shop's life through the API class of WooCommerce's plugin, unmodified, in the order in which the plugin calls it.
 * PINTEREST_FOR_WOOCOMMERCE is a folder with the plugin.
 */

use Automattic\WooCommerce\Pinterest\API\APIV5;
use Automattic\WooCommerce\Pinterest\Feeds;
use Automattic\WooCommerce\Pinterest\PinterestApiException;

require __DIR__ . '/wordpress.php';
$plugin = getenv('PINTEREST_FOR_WOOCOMMERCE');
foreach (['PinterestApiException', 'Logger', 'API/Base', 'API/APIV5', 'Feeds'] as $name) {
    require "$plugin/src/$name.php";
}

function check(string $title, callable $call): void
{
    try {
        $call();
        echo "ok: $title\n";
    } catch (Throwable $error) {
        echo "not ok: $title: {$error->getMessage()}\n";
    }
}

function expect(bool $condition, $seen = 'not as expected'): void
{
    if (!$condition) {
        throw new Exception(json_encode($seen));
    }
}

$account = getenv('AD_ACCOUNT_ID');
$business = 'shop-of-tests';
$feed = [
    'name' => 'Created by a shop', 'format' => 'XML', 'location' => 'https://shop.example.com/feed-1.xml',
    'catalog_type' => 'RETAIL', 'default_currency' => 'USD', 'default_locale' => 'en-US', 'default_country' => 'US',
    'default_availability' => 'IN_STOCK', 'preferred_processing_schedule' => ['time' => '15:56', 'timezone' => 'Etc/UTC'],
];
$id = '';

check('the account is read', fn () => expect(APIV5::get_account_info()['account_type'] === 'BUSINESS'));
check('countries are read', fn () => expect(count(APIV5::get_list_of_ads_supported_countries()['items']) > 10));
check('linked businesses are read', fn () => expect(is_array(APIV5::get_linked_businesses())));
check('ad accounts are read', fn () => expect(APIV5::get_advertisers()['items'][0]['id'] === $account));
check('the website is verified', function () {
    expect(strlen(APIV5::domain_verification_data()['verification_code']) === 32);
    expect(APIV5::domain_metatag_verification_request('shop-of-tests.example.com')['status'] === 'success');
    expect(in_array('shop-of-tests.example.com', array_column(APIV5::get_user_websites()['items'], 'website'), true));
});
check('a tag is created and read', function () use ($account) {
    $tag = APIV5::create_tag($account);
    expect(APIV5::get_advertiser_tag($account, $tag['id'])['name'] === $tag['name']);
    expect(in_array($tag['id'], array_column(APIV5::get_advertiser_tags($account)['items'], 'id'), true));
});
check('the integration is created, read and updated', function () use ($account, $business) {
    APIV5::create_commerce_integration(['external_business_id' => $business, 'connected_advertiser_id' => $account]);
    expect(APIV5::get_commerce_integration($business)['connected_advertiser_id'] === $account);
    APIV5::update_commerce_integration($business, ['partner_metadata' => '{"locale":"en_US"}']);
});
check('a feed is created, listed and enabled', function () use ($account, $feed, &$id) {
    $id = APIV5::create_feed($feed, $account)['id'];
    expect(Feeds::is_local_feed_enabled($id));
    expect(Feeds::update_feed($id, [])['status'] === 'ACTIVE');
});
check('the feed is processed, and its results are read', function () use ($account, &$id) {
    $results = APIV5::get_feed_processing_results($id, $account);
    expect(array_key_exists('items', $results), $results);
    foreach ($results['items'] as $result) {
        APIV5::get_feed_processing_result_items_issues($result['id']);
    }
});
check('a second feed of the same kind is refused with 4170', function () use ($account, $feed) {
    try {
        APIV5::create_feed($feed, $account);
    } catch (PinterestApiException $error) {
        return expect((int) $error->get_pinterest_code() === 4170, $error->get_pinterest_code());
    }
    expect(false, 'nothing was refused');
});
check('billing and ads credits are read', function () use ($account) {
    expect(array_key_exists('items', APIV5::get_active_billing_profiles($account)));
    expect(array_key_exists('items', APIV5::get_ads_credit_discounts($account)));
    $seed = ['ads_credits' => [['offer_code' => 'WELCOME-100', 'title' => 'Welcome credit']]];
    $http = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => json_encode($seed)];
    file_get_contents(getenv('MOCK') . '/__mock/seed', false, stream_context_create(['http' => $http]));
    expect(APIV5::redeem_ads_offer_code($account, hash('sha256', 'WELCOME-100'))['success'] === true);
});
check('a purchase is reported', function () use ($account) {
    $event = [
        'event_id' => 'a1', 'event_name' => 'checkout', 'action_source' => 'web', 'event_time' => time(),
        'user_data' => ['client_ip_address' => '203.0.113.7', 'client_user_agent' => 'Mozilla/5.0'],
        'custom_data' => ['currency' => 'USD', 'value' => '89.50', 'order_id' => '7'],
    ];
    expect(APIV5::send_conversions_api_event($account, $event)['num_events_processed'] === 1);
});
check('the feed is deleted, and the integration', function () use ($business, &$id) {
    expect(Feeds::delete_feed($id) === true);
    APIV5::delete_commerce_integration($business);
});
