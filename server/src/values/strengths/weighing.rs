//! A partner says how strongly it holds a value.

use serde_json::json;
use uuid::Uuid;

use super::api::OwnStrength;
use super::store;
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::boards::{ValuePlace, described_value};
use crate::entity::value_strength;
use crate::partnerships::{Audience, Desk, Membership};
use crate::values::error::ValuesError;

/// As long as the longest key that a page makes, and then some.
const LONGEST_KEY: usize = 64;

/// Says how strongly one's own partner holds a value, which must stand on the board. Of colleagues who say it at once the
/// last one counts; who says it once more changes nothing.
///
/// Somebody may take the value off the board between looking and saying. Then it was said before, and stays.
pub(super) async fn weigh(
    app: &App,
    me: &Membership,
    client: &Client,
    value: &str,
    own: &OwnStrength,
) -> Result<value_strength::Model, ValuesError> {
    me.may(Action::SpeakForOneself)?;
    check_key(value)?;
    let (strength, words) = (own.strength()?, own.words()?);
    let described = described_value(app, me, value).await?;
    match described.place {
        ValuePlace::There => {}
        ValuePlace::Removed => return Err(ValuesError::ValueRemoved),
        ValuePlace::Nowhere => return Err(ValuesError::NotFound),
    }
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let partner = own_partner(&desk.me)?;
    let before = store::of_partner(&desk.transaction, &desk.me, partner, value).await?;
    if let Some(before) = before.filter(|before| before.strength == strength && before.words == words) {
        return Ok(before);
    }
    let given = value_strength::Model {
        board_id: described.board,
        value_id: value.to_owned(),
        partner_id: partner,
        partnership_id: desk.me.partnership_id,
        strength,
        words,
        given_by: desk.me.account_id,
        given_at: app.clock.now(),
    };
    store::put(&desk.transaction, given.clone()).await?;
    tell(&mut desk, value, partner);
    desk.close().await?;
    Ok(given)
}

/// Takes back what one's own partner said, also of a value that left the board.
pub(super) async fn take_back(app: &App, me: &Membership, client: &Client, value: &str) -> Result<(), ValuesError> {
    check_key(value)?;
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let partner = own_partner(&desk.me)?;
    let before = store::of_partner(&desk.transaction, &desk.me, partner, value).await?;
    store::remove(&desk.transaction, before.ok_or(ValuesError::NotFound)?).await?;
    tell(&mut desk, value, partner);
    Ok(desk.close().await?)
}

/// What is no key of a value names none.
fn check_key(value: &str) -> Result<(), ValuesError> {
    let is_key = value.chars().count() <= LONGEST_KEY && !value.contains('\0');
    if is_key { Ok(()) } else { Err(ValuesError::NotFound) }
}

fn own_partner(me: &Membership) -> Result<Uuid, Denied> {
    me.partner.as_ref().map(|partner| partner.id).ok_or(Denied::ByRole)
}

fn tell(desk: &mut Desk<'_>, value: &str, partner: Uuid) {
    let data = json!({ "value": value, "partner": partner });
    desk.happened(Audience::TakingPart, "value.weighed", partner, data);
}
