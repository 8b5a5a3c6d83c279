//! Campaign work with the client that openapi-generator makes of openapi.json for Rust.

use openapi::apis::configuration::Configuration;
use openapi::apis::Error::ResponseError;
use openapi::apis::{
    ad_accounts_api, ad_groups_api, boards_api, campaigns_api, catalog_reports_api, oauth_api, pins_api,
};
use openapi::models::{
    CampaignCreate, CampaignUpdate, CreatableObjectiveType, EntityStatus, EntityStatusOrNull, PinMedia, ReportColumn,
};
use std::collections::HashSet;
use std::error::Error;

type Outcome = Result<bool, Box<dyn Error>>;

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// Prints whether a check found what is right.
fn check(title: &str, outcome: Outcome) {
    match outcome {
        Ok(true) => println!("ok: {title}"),
        Ok(false) => println!("not ok: {title}: found something else"),
        Err(error) => println!("not ok: {title}: {}", format!("{error:?}").replace('\n', " ")),
    }
}

async fn batch(api: &Configuration, account: &str) -> Outcome {
    let campaign = |name: &str| {
        let mut campaign = CampaignCreate::new(name.to_owned(), CreatableObjectiveType::Awareness);
        campaign.daily_spend_cap = Some(Some(5_000_000));
        campaign
    };
    let mut refused = campaign("Both caps");
    refused.lifetime_spend_cap = Some(Some(50_000_000));
    let items = campaigns_api::campaigns_slash_create(api, account, vec![campaign("Generated"), refused]).await?.items;
    let is_created = items[0].data.as_ref().is_some_and(|data| data.id.is_some());
    Ok(is_created && items[1].exceptions.as_ref().is_some_and(|exceptions| !exceptions.is_empty()))
}

async fn listed(api: &Configuration, account: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut ids = Vec::new();
    let mut bookmark: Option<String> = None;
    loop {
        let statuses = Some(vec![EntityStatus::Active, EntityStatus::Paused]);
        let page =
            campaigns_api::campaigns_slash_list(api, account, None, statuses, None, Some(2), bookmark.as_deref())
                .await?;
        ids.extend(page.items.into_iter().map(|campaign| campaign.id));
        bookmark = page.bookmark;
        if bookmark.is_none() {
            return Ok(ids);
        }
    }
}

async fn several(api: &Configuration, account: &str) -> Outcome {
    let ids = listed(api, account).await?;
    Ok(ids.len() > 2 && ids.iter().collect::<HashSet<_>>().len() == ids.len())
}

async fn paused(api: &Configuration, account: &str) -> Outcome {
    let mut change = CampaignUpdate::new(listed(api, account).await?.remove(0));
    change.status = Some(Some(EntityStatusOrNull::Paused));
    let items = campaigns_api::campaigns_slash_update(api, account, vec![change]).await?.items;
    Ok(items[0].data.as_ref().and_then(|data| data.status) == Some(EntityStatus::Paused))
}

async fn report(api: &Configuration, account: &str) -> Outcome {
    let columns = vec![ReportColumn::SpendInDollar, ReportColumn::TotalClickthrough];
    let (start, end) = (variable("START").parse()?, variable("END").parse()?);
    let rows = ad_accounts_api::ad_account_slash_analytics(
        api, account, start, end, columns, "TOTAL", None, None, None, None, None,
    )
    .await?;
    Ok(rows.len() == 1)
}

async fn pins(api: &Configuration) -> Outcome {
    let pins = pins_api::pins_slash_list(api, None, None, None, None, None, None, None, None, None, None, None).await?;
    Ok(matches!(*pins.items[0].media, PinMedia::Image(_)))
}

/// A union in a query is a text for it: JSON is what the parameter takes beside the names of its fields.
async fn issues(api: &Configuration) -> Outcome {
    let report = serde_json::json!({ "catalog_type": "RETAIL", "report": { "report_type": "DISTRIBUTION_ISSUES" } });
    catalog_reports_api::reports_slash_stats(api, &report.to_string(), None, None, None).await?;
    Ok(true)
}

async fn missing(api: &Configuration, account: &str) -> Outcome {
    match campaigns_api::campaigns_slash_get(api, account, "123123123123").await {
        Err(ResponseError(response)) => Ok(response.status.as_u16() == 404),
        _ => Ok(false),
    }
}

async fn token(base_path: String) -> Outcome {
    let basic_auth = Some(("app".to_owned(), Some("secret".to_owned())));
    let app = Configuration { base_path, basic_auth, ..Configuration::default() };
    let scope = Some("ads:read");
    let token = oauth_api::oauth_slash_token(&app, "client_credentials", None, None, None, scope, None).await?;
    Ok(!token.access_token.is_empty())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let base_path = variable("API_BASE");
    let oauth_access_token = Some("any-text".to_owned());
    let api = &Configuration { base_path: base_path.clone(), oauth_access_token, ..Configuration::default() };
    let account = &variable("AD_ACCOUNT_ID");

    check("a batch has one valid and one refused item", batch(api, account).await);
    check("campaigns of two statuses are listed page by page", several(api, account).await);
    check("a campaign is paused", paused(api, account).await);
    check("a report has a row", report(api, account).await);
    let groups = ad_groups_api::ad_groups_slash_list(api, account, None, None, None, None, None, None, None).await;
    check("ad groups are listed", groups.map(|page| !page.items.is_empty()).map_err(Into::into));
    let boards = boards_api::boards_slash_list(api, None, None, None, None).await;
    check("boards are listed", boards.map(|page| !page.items.is_empty()).map_err(Into::into));
    check("Pins, with a union of media, are listed", pins(api).await);
    check("issues are counted by an object in the query", issues(api).await);
    check("a campaign that is not there is an error with 404", missing(api, account).await);
    check("a token is issued by a form", token(base_path).await);
}
