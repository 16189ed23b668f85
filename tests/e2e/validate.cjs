// Asks two FHIR R4 validators about many resources: an object of resources by name comes in, an object
// of remarks by name goes out. Nothing is judged here. Everything is read from files.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const [medplumFile, definitionsFile, lantanaFile] = process.argv.slice(2);

// The package holds a client too, which expects the browser's sockets to exist; none is opened here.
globalThis.WebSocket ??= class {};
const medplum = require(medplumFile);
const folder = path.dirname(definitionsFile);
for (const file of ['profiles-types.json', 'profiles-resources.json']) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    medplum.indexStructureDefinitionBundle(JSON.parse(text));
}
const { Fhir } = require(lantanaFile);
const lantana = new Fhir();

function byMedplum(resource) {
    let issues;
    try {
        issues = medplum.validateResource(resource);
    } catch (error) {
        issues = error.outcome?.issue ?? [{ severity: 'fatal', details: { text: String(error) } }];
    }
    return issues.map((issue) => ({
        by: 'medplum',
        severity: issue.severity,
        text: issue.details?.text ?? '',
        place: issue.expression?.join(', ') ?? '',
    }));
}

function byLantana(resource) {
    let messages;
    try {
        messages = lantana.validate(resource, { errorOnUnexpected: true }).messages;
    } catch (error) {
        messages = [{ severity: 'fatal', message: String(error) }];
    }
    return messages.map((message) => ({
        by: 'lantana',
        severity: message.severity,
        text: message.message ?? '',
        place: message.location ?? '',
    }));
}

const remarks = {};
for (const [name, resource] of Object.entries(JSON.parse(fs.readFileSync(0, 'utf8')))) {
    remarks[name] = [...byMedplum(resource), ...byLantana(resource)];
}
process.stdout.write(JSON.stringify(remarks));
