//! The order of one list of both.

use std::collections::{HashMap, HashSet};

use super::super::compare::{id_of, listed};
use super::super::edit::Slot;
use super::super::record::Id;
use super::super::session::Session;

/// The ids of every list, in order.
pub(super) fn lists(session: &Session) -> HashMap<Slot, Vec<Id>> {
    let mut lists: HashMap<Slot, Vec<Id>> = HashMap::new();
    for lying in listed(session) {
        lists.entry(lying.slot).or_default().push(id_of(&lying));
    }
    lists
}

/// The ids that are `chosen` for one list, in the order of the one who changed it, mine before theirs; what only the other
/// has comes after what it follows there.
pub(super) fn merged(base: &[Id], mine: &[Id], theirs: &[Id], chosen: &HashSet<Id>) -> Vec<Id> {
    let set = |list: &[Id]| list.iter().copied().collect::<HashSet<Id>>();
    let (in_base, in_mine) = (set(base), set(mine));
    let as_it_was = base.iter().filter(|id| in_mine.contains(id)).eq(mine.iter().filter(|id| in_base.contains(id)));
    let [first, second] = if as_it_was { [theirs, mine] } else { [mine, theirs] };
    let [in_first, in_second] = [set(first), set(second)];
    let mut behind: HashMap<Option<Id>, Vec<Id>> = HashMap::new();
    let mut follows = None;
    for id in second.iter().filter(|id| chosen.contains(id)) {
        if in_first.contains(id) {
            follows = Some(*id);
        } else {
            behind.entry(follows).or_default().push(*id);
        }
    }
    let mut order = behind.remove(&None).unwrap_or_default();
    for id in first.iter().filter(|id| chosen.contains(id)) {
        order.push(*id);
        order.extend(behind.remove(&Some(*id)).unwrap_or_default());
    }
    // What was moved here by one and lies in neither list as yet.
    let mut rest: Vec<Id> =
        chosen.iter().filter(|id| !in_first.contains(id) && !in_second.contains(id)).copied().collect();
    rest.sort_unstable();
    order.extend(rest);
    order
}
