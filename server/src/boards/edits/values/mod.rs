//! Values that the partners hold in common.

mod api;
mod handlers;

use utoipa_actix_web::service_config::ServiceConfig;
use yrs::{In, Map as _, MapPrelim, MapRef, ReadTxn, TextPrelim, TransactionMut, WriteTxn as _};

use super::entries::{entry, make_room, set_text, stands_at};
use super::error::EditError;
use super::ordering::Placed;
use crate::boards::api::CommonValue;
use crate::boards::content;

const ROOT: &str = "values";

/// The addresses of common values.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::add_value).service(handlers::change_value).service(handlers::remove_value);
}

/// A value to be added.
#[derive(Debug)]
struct NewValue {
    id: String,
    name: String,
    meaning: String,
    /// From 0; at the end when left out.
    position: Option<i64>,
}

/// What is to be different about a value.
#[derive(Debug, Default)]
struct ValueChange {
    name: Option<String>,
    meaning: Option<String>,
    position: Option<i64>,
}

/// Adds a value; gives it as it is. One that is there already stays as it is.
fn add(transaction: &mut TransactionMut<'_>, value: &NewValue) -> Result<CommonValue, EditError> {
    let values = transaction.get_or_insert_map(ROOT);
    if entry(transaction, &values, &value.id).is_none() {
        let others = others(transaction, &value.id);
        let order = make_room(transaction, &values, &others, value.position.unwrap_or(i64::MAX));
        let entry = MapPrelim::from_iter([
            ("name", In::from(TextPrelim::new(value.name.as_str()))),
            ("meaning", TextPrelim::new(value.meaning.as_str()).into()),
            ("order", order.into()),
        ]);
        values.insert(transaction, value.id.as_str(), entry);
    }
    Ok(find(transaction, &values, &value.id)?.1)
}

/// Changes a value. Its texts are changed by what differs.
fn change(transaction: &mut TransactionMut<'_>, id: &str, change: &ValueChange) -> Result<CommonValue, EditError> {
    let values = transaction.get_or_insert_map(ROOT);
    let (value, now) = find(transaction, &values, id)?;
    for (key, text) in [("name", &change.name), ("meaning", &change.meaning)] {
        if let Some(text) = text {
            set_text(transaction, &value, key, text);
        }
    }
    if let Some(position) = change.position {
        let others = others(transaction, id);
        if !stands_at(id, &now.order, &others, position) {
            let order = make_room(transaction, &values, &others, position);
            value.insert(transaction, "order", order);
        }
    }
    Ok(find(transaction, &values, id)?.1)
}

/// Takes a value away.
fn remove(transaction: &mut TransactionMut<'_>, id: &str) -> Result<(), EditError> {
    let values = transaction.get_or_insert_map(ROOT);
    find(transaction, &values, id)?;
    values.remove(transaction, id);
    Ok(())
}

fn find(transaction: &impl ReadTxn, values: &MapRef, id: &str) -> Result<(MapRef, CommonValue), EditError> {
    let entry = entry(transaction, values, id).ok_or(EditError::NotFound)?;
    let value = content::value(id.to_owned(), &entry, transaction).ok_or(EditError::NotFound)?;
    Ok((entry, value))
}

/// Where the other values stand.
fn others(transaction: &impl ReadTxn, id: &str) -> Vec<Placed> {
    let values = content::entries(transaction, ROOT, content::value);
    values.into_iter().map(|value| (value.id, value.order)).filter(|(other, _)| other != id).collect()
}
