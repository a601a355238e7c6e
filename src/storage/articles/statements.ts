/** Of the form below; whatever was written in another one is made anew. */
export const form = 1;

/**
 * A text is kept once, however often only what stands against it changes: `body` numbers it, and a `part` is
 * what a key of the article holds, as JSON. `left`: when a row was
 * replaced or removed, in milliseconds; null while it is current.
 */
export const tables = [
	"create table if not exists form (made_by text not null)",
	`create table if not exists part (
		body integer not null, name text not null, text text not null, sum integer not null,
		primary key (body, name)) without rowid`,
	`create table if not exists article (
		row integer primary key, id text not null, digest text not null, stamp text,
		head text not null, is_edited integer not null, outline text not null,
		pairs text not null, body integer not null, left integer)`,
	"create unique index if not exists article_current on article (id) where left is null",
	"create index if not exists article_left on article (left) where left is not null",
	"create index if not exists article_body on article (body)",
] as const;

/** The same text of the same file: another process put it, or it is back. What came in live has no stamp. */
const again = `on conflict (row) do update
	set left = null, stamp = coalesce(excluded.stamp, article.stamp)`;

export const statements = {
	madeBy: "select made_by from form",
	setMadeBy: "insert into form (made_by) values (?)",
	all: `select row, body, digest, stamp, head, is_edited, outline from article where left is null order by id`,
	part: `select part.text as text, part.sum as sum
		from article join part on part.body = article.body where article.row = ? and part.name = ?`,
	partOfBody: "select text, sum from part where body = ? and name = ?",
	pairs: "select pairs as text from article where row = ?",
	leave: "update article set left = ? where id = ? and row is not ? and left is null",
	addPart: "insert or ignore into part (body, name, text, sum) values (?, ?, ?, ?)",
	add: `insert into article (row, id, digest, stamp, head, is_edited, outline, pairs, body)
		values (?, ?, ?, ?, ?, ?, ?, ?, ?) ${again}`,
	addPairs: `insert into article (row, id, digest, stamp, head, is_edited, outline, pairs, body)
		select ?, id, ?, ?, head, is_edited, ?, ?, body from article where row = ? ${again}`,
	restamp: "update article set stamp = ? where row = ?",
	sweepParts: `delete from part where body in (select body from article where left < ?1)
		and not exists (select 1 from article other
			where other.body = part.body and (other.left is null or other.left >= ?1))`,
	sweep: "delete from article where left < ?",
} as const;
