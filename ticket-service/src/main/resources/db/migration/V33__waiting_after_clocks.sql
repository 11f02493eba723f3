-- Waiting tickets follow clocks in the service: those of an event by their own projection, which comes after the
-- clocks', and those that are read again by other rules in one statement. No other write pays for it.
drop trigger waiting_until_due on sla_clock;
drop trigger waiting_until_due_again on sla_clock;
drop function waiting_until_due();
