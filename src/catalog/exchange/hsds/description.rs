//! `datapackage.json`: which file is which table. Nothing outside the package is ever read.

use serde_json::Value;

use super::super::File;
use super::super::report::{Kind, Report};
use super::super::sheet;

/// Name of the description of a package.
pub(super) const NAME: &str = "datapackage.json";

/// Tables with the name the description gives them, and JSON documents.
pub(super) fn sorted<'a>(files: &[&'a File], report: &mut Report) -> (Vec<(&'a File, Option<String>)>, Vec<&'a File>) {
    let leaf = |name: &str| name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let is_table = |file: &&&File| [".csv", ".tsv", ".txt"].iter().any(|end| leaf(&file.0).ends_with(end));
    let mut tables: Vec<(&File, Option<String>)> = files.iter().filter(is_table).map(|file| (*file, None)).collect();
    let documents: Vec<&File> = files.iter().filter(|file| !is_table(file) && leaf(&file.0) != NAME).copied().collect();
    let depth = |file: &&&File| file.0.matches('/').count();
    let description = files.iter().filter(|file| leaf(&file.0) == NAME).min_by_key(depth);
    if let Some(description) = description {
        for (name, path) in resources(description, report) {
            match place(&description.0, &path) {
                None => report.add(Kind::OutsidePackage, &description.0, 0, "", &path),
                Some(whole) => {
                    // Many packages keep their tables in a folder the description does not say.
                    let exact = tables.iter().position(|(file, _)| file.0 == whole);
                    let at = exact.or_else(|| tables.iter().position(|(file, _)| leaf(&file.0) == leaf(&whole)));
                    match at.and_then(|at| tables.get_mut(at)) {
                        Some(table) => table.1 = Some(name),
                        None => report.add(Kind::MissingFile, &description.0, 0, "", &path),
                    }
                }
            }
        }
    }
    (tables, documents)
}

/// Name and path of each table.
fn resources(file: &File, report: &mut Report) -> Vec<(String, String)> {
    let text = sheet::text_of(&file.0, &file.1, report);
    let described: Option<Value> = serde_json::from_str(&text).ok();
    let Some(list) = described.as_ref().and_then(|value| value.get("resources")).and_then(Value::as_array) else {
        report.add(Kind::NoDescription, &file.0, 0, "", "");
        return Vec::new();
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let one = |resource: &Value| {
        let name = text(resource.get("name")?)?;
        let path = resource.get("path")?;
        Some((name, text(path).or_else(|| text(path.get(0)?))?))
    };
    list.iter().filter_map(one).collect()
}

/// The path inside the package; `None` where it leads out of it.
fn place(description: &str, path: &str) -> Option<String> {
    let path = path.strip_prefix("./").unwrap_or(path);
    let leads_out =
        path.contains(['\\', ':', '\0']) || path.split('/').any(|part| part.is_empty() || part == ".." || part == ".");
    let folder = description.rsplit_once('/').map_or("", |(folder, _)| folder);
    match (leads_out, folder) {
        (true, _) => None,
        (false, "") => Some(path.to_owned()),
        (false, folder) => Some(format!("{folder}/{path}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_package() {
        for path in
            ["../x.csv", "a/../../x.csv", "/etc/x.csv", "c:\\x.csv", "\\\\server\\x.csv", "http://x/x.csv", "", "a//b"]
        {
            assert_eq!(place("datapackage.json", path), None, "{path}");
        }
        assert_eq!(place("datapackage.json", "./a/x.csv").as_deref(), Some("a/x.csv"));
        assert_eq!(place("in/datapackage.json", "x.csv").as_deref(), Some("in/x.csv"));
    }
}
