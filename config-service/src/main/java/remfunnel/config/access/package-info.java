/** Who may do what: users, sessions, tokens, and the trail of what was done. */
package remfunnel.config.access;
