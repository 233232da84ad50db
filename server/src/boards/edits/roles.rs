//! Roles that the work needs.

use std::collections::BTreeMap;

use yrs::{Any, In, Map as _, MapPrelim, MapRef, Out, ReadTxn, TextPrelim, TransactionMut, WriteTxn as _};

use super::entries::{entry, make_room, set, set_text, stands_at};
use super::error::EditError;
use super::ordering::Placed;
use crate::boards::api::Role;
use crate::boards::content;
use crate::error::FieldError;

const ROOT: &str = "roles";

/// A role to be added.
#[derive(Debug)]
pub(super) struct NewRole {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) purpose: String,
    pub(super) seats_min: u8,
    pub(super) seats_max: u8,
    pub(super) qualities: BTreeMap<String, u8>,
    pub(super) drives: BTreeMap<String, bool>,
    /// From 0; at the end when left out.
    pub(super) position: Option<i64>,
}

/// What is to be different about a role.
#[derive(Debug, Default)]
pub(super) struct RoleChange {
    pub(super) title: Option<String>,
    pub(super) purpose: Option<String>,
    pub(super) seats_min: Option<u8>,
    pub(super) seats_max: Option<u8>,
    pub(super) qualities: Option<BTreeMap<String, u8>>,
    pub(super) drives: Option<BTreeMap<String, bool>>,
    pub(super) position: Option<i64>,
}

/// Adds a role; gives it as it is. One that is there already stays as it is.
pub(super) fn add(transaction: &mut TransactionMut<'_>, role: &NewRole) -> Result<Role, EditError> {
    let roles = transaction.get_or_insert_map(ROOT);
    if entry(transaction, &roles, &role.id).is_none() {
        let others = others(transaction, &role.id);
        let order = make_room(transaction, &roles, &others, role.position.unwrap_or(i64::MAX));
        insert(transaction, &roles, role, &order);
    }
    Ok(find(transaction, &roles, &role.id)?.1)
}

/// Changes a role. Its texts are changed by what differs, and of its qualities and drives only those that differ.
pub(super) fn change(
    transaction: &mut TransactionMut<'_>,
    id: &str,
    change: &RoleChange,
) -> Result<Role, EditError> {
    let roles = transaction.get_or_insert_map(ROOT);
    let (role, now) = find(transaction, &roles, id)?;
    let (least, most) = (change.seats_min.unwrap_or(now.seats_min), change.seats_max.unwrap_or(now.seats_max));
    let sets_seats = change.seats_min.is_some() || change.seats_max.is_some();
    if sets_seats && least > most {
        let named = if change.seats_min.is_some() { "seats_min" } else { "seats_max" };
        return Err(EditError::Refused(vec![FieldError { field: named, code: "min_above_max" }]));
    }
    for (key, text) in [("title", &change.title), ("purpose", &change.purpose)] {
        if let Some(text) = text {
            set_text(transaction, &role, key, text);
        }
    }
    // Both, because the one that is not named may stand under the other's key.
    for (key, seats) in [("seats_min", least), ("seats_max", most)] {
        if sets_seats {
            set(transaction, &role, key, whole(seats));
        }
    }
    if let Some(qualities) = &change.qualities {
        set_all(
            transaction,
            &role,
            "qualities",
            qualities.iter().map(|(id, weight)| (id, whole(*weight))).collect(),
        );
    }
    if let Some(drives) = &change.drives {
        set_all(transaction, &role, "drives", drives.iter().map(|(id, wanted)| (id, Any::Bool(*wanted))).collect());
    }
    if let Some(position) = change.position {
        let others = others(transaction, id);
        if !stands_at(id, &now.order, &others, position) {
            let order = make_room(transaction, &roles, &others, position);
            role.insert(transaction, "order", order);
        }
    }
    Ok(find(transaction, &roles, id)?.1)
}

/// Takes a role away.
pub(super) fn remove(transaction: &mut TransactionMut<'_>, id: &str) -> Result<(), EditError> {
    let roles = transaction.get_or_insert_map(ROOT);
    find(transaction, &roles, id)?;
    roles.remove(transaction, id);
    Ok(())
}

fn find(transaction: &impl ReadTxn, roles: &MapRef, id: &str) -> Result<(MapRef, Role), EditError> {
    let entry = entry(transaction, roles, id).ok_or(EditError::NotFound)?;
    let role = content::role(id.to_owned(), &entry, transaction).ok_or(EditError::NotFound)?;
    Ok((entry, role))
}

/// Where the other roles stand.
fn others(transaction: &impl ReadTxn, id: &str) -> Vec<Placed> {
    let roles = content::entries(transaction, ROOT, content::role);
    roles.into_iter().map(|role| (role.id, role.order)).filter(|(other, _)| other != id).collect()
}

fn insert(transaction: &mut TransactionMut<'_>, roles: &MapRef, role: &NewRole, order: &str) {
    let qualities: MapPrelim = role.qualities.iter().map(|(id, weight)| (id.as_str(), whole(*weight))).collect();
    let drives: MapPrelim = role.drives.iter().map(|(id, wanted)| (id.as_str(), *wanted)).collect();
    let entry = MapPrelim::from_iter([
        ("title", In::from(TextPrelim::new(role.title.as_str()))),
        ("purpose", TextPrelim::new(role.purpose.as_str()).into()),
        ("seats_min", whole(role.seats_min).into()),
        ("seats_max", whole(role.seats_max).into()),
        ("qualities", qualities.into()),
        ("drives", drives.into()),
        ("order", order.into()),
    ]);
    roles.insert(transaction, role.id.as_str(), entry);
}

/// Makes the map under a key hold exactly this.
fn set_all(transaction: &mut TransactionMut<'_>, role: &MapRef, key: &str, wanted: BTreeMap<&String, Any>) {
    let map = match role.get(transaction, key) {
        Some(Out::YMap(map)) => map,
        _ => role.insert(transaction, key.to_owned(), MapPrelim::default()),
    };
    let superfluous: Vec<String> =
        map.keys(transaction).filter(|id| !wanted.contains_key(&(*id).to_owned())).map(ToOwned::to_owned).collect();
    for id in superfluous {
        map.remove(transaction, &id);
    }
    for (id, value) in wanted {
        set(transaction, &map, id, value);
    }
}

fn whole(number: u8) -> Any {
    Any::from(i32::from(number))
}
