DROP INDEX `tallies_board`;--> statement-breakpoint
CREATE INDEX `tallies_board` ON `tallies` (`workspace_id`,`period`,`points`,`attempts`,`reached_at`,`member_id`);--> statement-breakpoint
CREATE INDEX `posts_posted` ON `posts` (`posted_at`);